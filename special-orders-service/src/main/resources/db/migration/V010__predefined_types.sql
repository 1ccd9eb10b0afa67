-- What is sold at a fixed price: a type, and a price for each duration.
CREATE TABLE predefined_type (
    id          uuid        PRIMARY KEY,
    website_id  text        NOT NULL,
    name        text        NOT NULL,
    description text,
    active      boolean     NOT NULL,
    created_at  timestamptz NOT NULL,
    updated_at  timestamptz NOT NULL,
    version     bigint      NOT NULL,
    -- What foreign keys refer to, so that none leads out of its website.
    CONSTRAINT predefined_type_of_its_website UNIQUE (website_id, id)
);

CREATE TABLE predefined_duration (
    id         uuid          PRIMARY KEY,
    website_id text          NOT NULL,
    type_id    uuid          NOT NULL,
    days       integer       NOT NULL CONSTRAINT predefined_duration_days CHECK (days > 0),
    price      numeric(12,2) NOT NULL CONSTRAINT predefined_duration_price CHECK (price > 0),
    CONSTRAINT predefined_duration_of_type FOREIGN KEY (website_id, type_id)
        REFERENCES predefined_type (website_id, id),
    -- Also the look-up of a type's durations.
    CONSTRAINT predefined_duration_unique UNIQUE (type_id, days)
);

CREATE UNIQUE INDEX predefined_type_name_unique ON predefined_type (website_id, lower(name));
-- GET /api/v1/predefined-types by name: of one website, and of all.
CREATE INDEX predefined_type_website_name ON predefined_type (website_id, name, id);
CREATE INDEX predefined_type_name ON predefined_type (name, id);
