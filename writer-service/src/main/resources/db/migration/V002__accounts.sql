-- website_id is the tenant column: a website's id, or * for a superadmin, who belongs to none.
-- website repeats it as what it refers to, so that no account outlives its website, nor comes before it.
CREATE TABLE account (
    id                uuid        PRIMARY KEY,
    website_id        text        NOT NULL,
    website           uuid        GENERATED ALWAYS AS (nullif(website_id, '*')::uuid) STORED
                                  CONSTRAINT account_website_exists REFERENCES website,
    username          text        NOT NULL,
    email             text        NOT NULL,
    full_name         text        NOT NULL,
    role              text        NOT NULL
                                  CONSTRAINT account_role_known
                                  CHECK (role IN ('superadmin', 'admin', 'support', 'editor', 'writer', 'client')),
    suspension_reason text,
    created_at        timestamptz NOT NULL,
    updated_at        timestamptz NOT NULL,
    version           bigint      NOT NULL,
    CONSTRAINT account_only_superadmins_without_website CHECK ((role = 'superadmin') = (website_id = '*'))
);

CREATE UNIQUE INDEX account_username_unique ON account (website_id, lower(username));
-- The foreign key's own look-up, when a website is deleted.
CREATE INDEX account_website ON account (website);
