-- The events of providers that had their effect, so that each has it once. Looked up by its key alone.
CREATE TABLE webhook_event (
    provider   text        NOT NULL,
    event_id   text        NOT NULL,
    arrived_at timestamptz NOT NULL,
    PRIMARY KEY (provider, event_id)
);
-- The purge, the oldest first.
CREATE INDEX webhook_event_oldest ON webhook_event (arrived_at);
