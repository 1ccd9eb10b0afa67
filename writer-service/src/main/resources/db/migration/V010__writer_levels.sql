-- What a writer has reached on a website: the share of tips, and how much work at once.
-- website repeats the tenant column as what it refers to, as in account.
CREATE TABLE writer_level (
    id                      uuid          PRIMARY KEY,
    website_id              text          NOT NULL,
    website                 uuid          GENERATED ALWAYS AS (website_id::uuid) STORED
                                          CONSTRAINT writer_level_website_exists REFERENCES website,
    name                    text          NOT NULL,
    rank                    integer       NOT NULL,
    tip_percentage          numeric(5, 2) NOT NULL CHECK (tip_percentage BETWEEN 0 AND 100),
    max_open_order_requests integer       NOT NULL CHECK (max_open_order_requests >= 0),
    max_active_orders       integer       NOT NULL CHECK (max_active_orders >= 0),
    created_at              timestamptz   NOT NULL,
    updated_at              timestamptz   NOT NULL,
    version                 bigint        NOT NULL,
    -- What foreign keys of other tables refer to, so that none leads out of its website.
    CONSTRAINT writer_level_of_its_website UNIQUE (website_id, id)
);

CREATE UNIQUE INDEX writer_level_name_unique ON writer_level (website_id, lower(name));
-- The foreign key's own look-up, when a website is deleted.
CREATE INDEX writer_level_website ON writer_level (website);
-- GET /api/v1/writer-levels of one website and of all, by rank and by name.
CREATE INDEX writer_level_website_rank ON writer_level (website_id, rank, id);
CREATE INDEX writer_level_website_name ON writer_level (website_id, name, id);
CREATE INDEX writer_level_rank ON writer_level (rank, id);
CREATE INDEX writer_level_name ON writer_level (name, id);
