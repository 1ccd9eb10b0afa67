-- GET /api/v1/accounts, the newest first: of one website, with a role and without; and of all websites.
CREATE INDEX account_website_role_newest ON account (website_id, role, created_at, id);
CREATE INDEX account_website_newest_first ON account (website_id, created_at, id);
CREATE INDEX account_newest_first ON account (created_at, id);
-- ?suspended=true: few are.
CREATE INDEX account_website_suspended ON account (website_id, created_at, id) WHERE suspension_reason IS NOT NULL;
-- ?sort=username of one website.
CREATE INDEX account_website_username ON account (website_id, username, id);

-- These ended in the id alone.
DROP INDEX account_website_role, account_website_newest;
