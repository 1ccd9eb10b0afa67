-- GET /api/v1/accounts of one website, the newest first: with a role, and without.
CREATE INDEX account_website_role ON account (website_id, role, id);
CREATE INDEX account_website_newest ON account (website_id, id);

-- GET /api/v1/accounts?q=: a part of the username.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE INDEX account_username_part ON account USING gin (lower(username) gin_trgm_ops);
