-- When and in which words the clients of a website are reminded. The engine reads the active ones of a website, which the
-- unique index serves: there are 101 at most.
-- website_id is the tenant column; website repeats it as the id that views show.
CREATE TABLE reminder_config (
    id                  uuid        PRIMARY KEY,
    website_id          text        NOT NULL,
    website             uuid        GENERATED ALWAYS AS (website_id::uuid) STORED,
    name                text        NOT NULL,
    deadline_percentage integer     NOT NULL
                                    CONSTRAINT reminder_config_percentage_is_one
                                    CHECK (deadline_percentage BETWEEN 0 AND 100),
    email_subject       text        NOT NULL,
    message             text        NOT NULL,
    by_email            boolean     NOT NULL,
    by_notification     boolean     NOT NULL,
    active              boolean     NOT NULL,
    display_order       integer     NOT NULL,
    created_at          timestamptz NOT NULL,
    updated_at          timestamptz NOT NULL,
    version             bigint      NOT NULL,
    CONSTRAINT reminder_config_percentage_unique UNIQUE (website_id, deadline_percentage),
    -- What reminders refer to, so that no reference leads out of its website.
    CONSTRAINT reminder_config_of_its_website UNIQUE (website_id, id),
    CONSTRAINT reminder_config_reaches_somebody CHECK (by_email OR by_notification)
);

-- GET /api/v1/reminder-configs of one website, and of all; ?sort=deadline_percentage of one is served by the constraint.
CREATE INDEX reminder_config_website_order ON reminder_config (website_id, display_order, id);
CREATE INDEX reminder_config_order ON reminder_config (display_order, id);
CREATE INDEX reminder_config_percentage ON reminder_config (deadline_percentage, id);
