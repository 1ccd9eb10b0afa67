-- What is and was sent to clients about their payments. website_id is the tenant column; website repeats it as the id that
-- views show.
CREATE TABLE reminder (
    id                  uuid        PRIMARY KEY,
    website_id          text        NOT NULL,
    website             uuid        GENERATED ALWAYS AS (website_id::uuid) STORED,
    payment_id          uuid        NOT NULL,
    client_id           uuid        NOT NULL,
    kind                text        NOT NULL,
    config_id           uuid,
    deletion_message_id uuid,
    by_email            boolean     NOT NULL,
    by_notification     boolean     NOT NULL,
    title               text        NOT NULL,
    text                text        NOT NULL,
    status              text        NOT NULL
                                    CONSTRAINT reminder_status_known
                                    CHECK (status IN ('pending', 'sent', 'skipped', 'failed')),
    outcome             text        NOT NULL
                                    CONSTRAINT reminder_outcome_known CHECK (outcome IN ('open', 'paid', 'expired')),
    reason              text,
    attempts            integer     NOT NULL,
    next_attempt_at     timestamptz,
    created_at          timestamptz NOT NULL,
    updated_at          timestamptz NOT NULL,
    sent_at             timestamptz,
    version             bigint      NOT NULL,
    CONSTRAINT reminder_of_a_payment FOREIGN KEY (website_id, payment_id) REFERENCES payment (website_id, id),
    CONSTRAINT reminder_by_a_config FOREIGN KEY (website_id, config_id) REFERENCES reminder_config (website_id, id),
    CONSTRAINT reminder_by_a_deletion_message
        FOREIGN KEY (website_id, deletion_message_id) REFERENCES deletion_message (website_id, id),
    CONSTRAINT reminder_kind_known
        CHECK (CASE kind WHEN 'reminder' THEN config_id IS NOT NULL AND deletion_message_id IS NULL
                         WHEN 'deletion' THEN config_id IS NULL AND deletion_message_id IS NOT NULL
                         ELSE false END),
    CONSTRAINT reminder_waits_while_pending CHECK ((status = 'pending') = (next_attempt_at IS NOT NULL)),
    CONSTRAINT reminder_sent_has_its_time CHECK ((status = 'sent') = (sent_at IS NOT NULL)),
    -- Once, whatever happens. Also the engine's look-up of what a payment has been reminded of.
    CONSTRAINT reminder_once_per_config UNIQUE (payment_id, config_id)
);
CREATE UNIQUE INDEX reminder_one_deletion_message ON reminder (payment_id) WHERE kind = 'deletion';

-- The engine: what waits to be sent, the longest waiting first.
CREATE INDEX reminder_deliverable ON reminder (next_attempt_at) WHERE next_attempt_at IS NOT NULL;

-- GET /api/v1/reminders, the newest first: of one website, plain, with a status and with an outcome; and of all websites,
-- plain and with a status.
CREATE INDEX reminder_website_newest ON reminder (website_id, created_at, id);
CREATE INDEX reminder_website_status_newest ON reminder (website_id, status, created_at, id);
CREATE INDEX reminder_website_outcome_newest ON reminder (website_id, outcome, created_at, id);
CREATE INDEX reminder_newest ON reminder (created_at, id);
CREATE INDEX reminder_status_newest ON reminder (status, created_at, id);
-- ?payment_id=, also when its payment has changed; ?client_id=, and a client's own; ?config_id=, also when a config is
-- deleted.
CREATE INDEX reminder_payment_newest ON reminder (payment_id, created_at, id);
CREATE INDEX reminder_client_newest ON reminder (client_id, created_at, id);
CREATE INDEX reminder_config_newest ON reminder (config_id, created_at, id);
-- The foreign key's own look-up, when a deletion message is deleted.
CREATE INDEX reminder_deletion_message ON reminder (deletion_message_id) WHERE deletion_message_id IS NOT NULL;
