-- What dashboards need of a website: whether it is there, and its name.
CREATE TABLE website_fact (
    id       uuid    PRIMARY KEY,
    name     text,
    revision bigint  NOT NULL,
    deleted  boolean NOT NULL,
    CONSTRAINT website_fact_named CHECK (deleted OR name IS NOT NULL)
);
