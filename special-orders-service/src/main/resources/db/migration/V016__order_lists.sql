-- GET /api/v1/special-orders, the newest first: of one website, with a status or a type; of all websites.
CREATE INDEX special_order_website_newest ON special_order (website_id, created_at, id);
CREATE INDEX special_order_website_status ON special_order (website_id, status, created_at, id);
CREATE INDEX special_order_website_type ON special_order (website_id, order_type, created_at, id);
CREATE INDEX special_order_newest ON special_order (created_at, id);
CREATE INDEX special_order_status ON special_order (status, created_at, id);
-- ?client_id=, and a client's own; ?writer_id=, and a writer's own. An account belongs to one website.
CREATE INDEX special_order_client ON special_order (client_id, created_at, id);
CREATE INDEX special_order_writer ON special_order (writer_id, created_at, id);
-- ?predefined_type_id=; also the foreign key's own look-up, when a type is deleted.
CREATE INDEX special_order_predefined_type ON special_order (predefined_type_id, created_at, id);
