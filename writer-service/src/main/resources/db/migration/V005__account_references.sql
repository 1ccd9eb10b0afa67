-- What foreign keys of other tables refer to, so that none leads out of its website.
ALTER TABLE account ADD CONSTRAINT account_of_its_website UNIQUE (website_id, id);
