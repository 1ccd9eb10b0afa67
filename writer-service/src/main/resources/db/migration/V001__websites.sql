-- The tenants. Lists page over the primary key: UUIDv7 grows with time.
CREATE TABLE website (
    id         uuid        PRIMARY KEY,
    name       text        NOT NULL,
    domain     text        NOT NULL CONSTRAINT website_domain_unique UNIQUE,
    currency   text        NOT NULL,
    time_zone  text        NOT NULL,
    active     boolean     NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    version    bigint      NOT NULL
);
