-- GET /api/v1/accounts, the newest first: of one website, with a role and without; and of all websites.
CREATE INDEX account_website_role_newest ON account (website_id, role, created_at, id);
CREATE INDEX account_website_newest_first ON account (website_id, created_at, id);
CREATE INDEX account_newest_first ON account (created_at, id);
-- ?sort=username of one website.
CREATE INDEX account_website_username ON account (website_id, username, id);
-- A superadmin's ?website_id= compares the column that is a UUID.
CREATE INDEX account_of_website_newest ON account (website, created_at, id);

-- These ended in the id alone, or are the beginning of one above.
DROP INDEX account_website_role, account_website_newest, account_website;
