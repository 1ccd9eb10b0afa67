-- GET /api/v1/tips of one website, the newest first: plain, with a type, and with a payment status; and of all websites.
-- The summary of a page's filters reads by the same indexes.
CREATE INDEX tip_website_newest ON tip (website_id, created_at, id);
CREATE INDEX tip_website_type_newest ON tip (website_id, type, created_at, id);
CREATE INDEX tip_website_status_newest ON tip (website_id, payment_status, created_at, id);
CREATE INDEX tip_newest ON tip (created_at, id);
-- A writer's own, and ?writer_id=.
CREATE INDEX tip_writer_newest ON tip (writer_id, created_at, id);
-- A client's own, and ?client_id=.
CREATE INDEX tip_client_newest ON tip (client_id, created_at, id);
-- ?level_id=.
CREATE INDEX tip_level_newest ON tip (level_id, created_at, id);
-- ?sort=amount of one website.
CREATE INDEX tip_website_amount ON tip (website_id, amount, id);
