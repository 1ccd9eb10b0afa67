-- The writers that this service has heard of, by their profiles. Another profile of the same account may be heard of
-- before the end of the first is, so accounts are not unique here.
CREATE TABLE writer (
    id         uuid    PRIMARY KEY,
    website_id text    NOT NULL,
    writer_id  uuid    NOT NULL,
    active     boolean NOT NULL
);

-- Whether an order can be assigned to an account: on its website.
CREATE INDEX writer_account ON writer (website_id, writer_id);
