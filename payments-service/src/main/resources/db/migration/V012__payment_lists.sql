-- GET /api/v1/payments of one website, the newest first: plain, with a status, and with a kind; and of all websites.
CREATE INDEX payment_website_newest ON payment (website_id, created_at, id);
CREATE INDEX payment_website_status_newest ON payment (website_id, status, created_at, id);
CREATE INDEX payment_website_kind_newest ON payment (website_id, kind, created_at, id);
CREATE INDEX payment_newest ON payment (created_at, id);
-- A client's own, and ?client_id=.
CREATE INDEX payment_client_newest ON payment (client_id, created_at, id);
-- ?sort=due_at, and due_from, due_to: plain, and with a status.
CREATE INDEX payment_website_due ON payment (website_id, due_order, id);
CREATE INDEX payment_website_status_due ON payment (website_id, status, due_order, id);
-- ?sort=amount.
CREATE INDEX payment_website_amount ON payment (website_id, amount, id);
-- ?reference= without a kind.
CREATE INDEX payment_reference ON payment (reference);
-- The payments of a special order, when it changes.
CREATE INDEX payment_order ON payment (order_id) WHERE order_id IS NOT NULL;
