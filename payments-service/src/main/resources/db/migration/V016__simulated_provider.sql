-- The memory of the simulated provider, which stands for a system outside: no table of the service refers to it, nor it
-- to any. key is the idempotency key that it was given.
CREATE TABLE simulated_operation (
    key            uuid          PRIMARY KEY,
    kind           text          NOT NULL,
    charge_key     uuid,
    amount         numeric(12,2) NOT NULL,
    currency       text          NOT NULL,
    token          text          NOT NULL,
    reference      text          NOT NULL,
    -- What comes of it, and when that is known.
    succeeds       boolean       NOT NULL,
    failure_reason text,
    settles_at     timestamptz   NOT NULL,
    calls          integer       NOT NULL,
    created_at     timestamptz   NOT NULL
);
-- The webhooks that it has still to send.
CREATE TABLE simulated_webhook (
    id       uuid        PRIMARY KEY,
    event_id text        NOT NULL,
    body     text        NOT NULL,
    due_at   timestamptz NOT NULL,
    attempts integer     NOT NULL
);
-- Its sender: what is due, the longest first.
CREATE INDEX simulated_webhook_due ON simulated_webhook (due_at, id);
-- The requests that it was to lose, once each.
CREATE TABLE simulated_lost (
    key uuid PRIMARY KEY
);
