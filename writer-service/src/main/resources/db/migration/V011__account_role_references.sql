-- What a writer's profile refers to: an account of its website that is a writer's, and stays one.
ALTER TABLE account ADD CONSTRAINT account_in_its_role UNIQUE (website_id, id, role);
