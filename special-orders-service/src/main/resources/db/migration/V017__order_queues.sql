-- GET /api/v1/special-orders/approval-queue: what waits for a decision, of one website and of all.
CREATE INDEX special_order_website_to_approve ON special_order (website_id, created_at, id) WHERE to_approve;
CREATE INDEX special_order_to_approve ON special_order (created_at, id) WHERE to_approve;
-- With ?status=: without these, two indexes are combined, each of which is read whole.
CREATE INDEX special_order_website_status_to_approve ON special_order (website_id, status, created_at, id)
    WHERE to_approve;
CREATE INDEX special_order_status_to_approve ON special_order (status, created_at, id) WHERE to_approve;
-- With ?client_id=, ?writer_id=, ?predefined_type_id=.
CREATE INDEX special_order_client_to_approve ON special_order (client_id, created_at, id) WHERE to_approve;
CREATE INDEX special_order_writer_to_approve ON special_order (writer_id, created_at, id) WHERE to_approve;
CREATE INDEX special_order_type_to_approve ON special_order (predefined_type_id, created_at, id) WHERE to_approve;

-- GET /api/v1/special-orders/estimated-queue: what waits for a price, of one website and of all; with ?client_id= and
-- ?writer_id=. An estimated order has no predefined type.
CREATE INDEX special_order_website_to_estimate ON special_order (website_id, created_at, id) WHERE to_estimate;
CREATE INDEX special_order_to_estimate ON special_order (created_at, id) WHERE to_estimate;
CREATE INDEX special_order_client_to_estimate ON special_order (client_id, created_at, id) WHERE to_estimate;
CREATE INDEX special_order_writer_to_estimate ON special_order (writer_id, created_at, id) WHERE to_estimate;
