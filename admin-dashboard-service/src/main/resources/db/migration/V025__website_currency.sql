-- In what writers earn there, which their changes do not say. Null until the website's next change, or a replay.
ALTER TABLE website_fact ADD COLUMN currency text;
