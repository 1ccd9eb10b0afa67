-- GET /api/v1/order-requests, by requested_at. Each index ends in it and the id, so that a page is read off its
-- beginning. A writer or an order is of one website, so its indexes need not begin with it.

-- All of one website, and of all websites.
CREATE INDEX order_request_website_newest ON order_request (website_id, requested_at, id);
CREATE INDEX order_request_newest ON order_request (requested_at, id);
-- ?writer_id=, with a status and without.
CREATE INDEX order_request_writer_newest ON order_request (writer_id, requested_at, id);
CREATE INDEX order_request_writer_status_newest ON order_request (writer_id, status, requested_at, id);
-- ?status=, of one website and of all.
CREATE INDEX order_request_website_status_newest ON order_request (website_id, status, requested_at, id);
CREATE INDEX order_request_status_newest ON order_request (status, requested_at, id);
-- ?order_id=, and all of an order to decide on them together.
CREATE INDEX order_request_order_newest ON order_request (order_id, requested_at, id);
