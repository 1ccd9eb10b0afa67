-- GET /api/v1/order-requests, by requested_at. Each index ends in it and the id, so that a page is read off its
-- beginning. Those of one website begin with it, also where a writer implies it: PostgreSQL takes the two for
-- independent, and would expect fewer rows than there are.

-- All of one website, and of all websites.
CREATE INDEX order_request_website_newest ON order_request (website_id, requested_at, id);
CREATE INDEX order_request_newest ON order_request (requested_at, id);
-- ?writer_id= of one website, with a status and without (also how many a writer has open); and of all websites.
CREATE INDEX order_request_website_writer_newest ON order_request (website_id, writer_id, requested_at, id);
CREATE INDEX order_request_website_writer_status_newest ON order_request (website_id, writer_id, status, requested_at, id);
CREATE INDEX order_request_writer_newest ON order_request (writer_id, requested_at, id);
-- ?status=, of one website and of all.
CREATE INDEX order_request_website_status_newest ON order_request (website_id, status, requested_at, id);
CREATE INDEX order_request_status_newest ON order_request (status, requested_at, id);
-- ?order_id=, and all of an order to decide on them together.
CREATE INDEX order_request_order_newest ON order_request (order_id, requested_at, id);
