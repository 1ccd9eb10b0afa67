-- In which words the clients of a website are told that a payment expired.
-- website_id is the tenant column; website repeats it as the id that views show.
CREATE TABLE deletion_message (
    id              uuid        PRIMARY KEY,
    website_id      text        NOT NULL,
    website         uuid        GENERATED ALWAYS AS (website_id::uuid) STORED,
    name            text        NOT NULL,
    email_subject   text        NOT NULL,
    message         text        NOT NULL,
    by_email        boolean     NOT NULL,
    by_notification boolean     NOT NULL,
    active          boolean     NOT NULL,
    created_at      timestamptz NOT NULL,
    updated_at      timestamptz NOT NULL,
    version         bigint      NOT NULL,
    -- What reminders refer to, so that no reference leads out of its website.
    CONSTRAINT deletion_message_of_its_website UNIQUE (website_id, id),
    CONSTRAINT deletion_message_reaches_somebody CHECK (by_email OR by_notification)
);

-- GET /api/v1/deletion-messages of one website, which also finds the one in use; and of all websites.
CREATE INDEX deletion_message_website_newest ON deletion_message (website_id, created_at, id);
CREATE INDEX deletion_message_newest ON deletion_message (created_at, id);
