-- Which requests were answered, and how: the claim of a key, what it began, and the answer to give again.
-- Looked up by caller and key alone.
CREATE TABLE idempotency_key (
    caller_id    uuid        NOT NULL,
    key          text        NOT NULL,
    -- SHA-256 over what was asked.
    fingerprint  bytea       NOT NULL,
    -- What a request in steps has begun, and until when whoever works on it is left to finish.
    step         uuid,
    busy_until   timestamptz,
    status       integer,
    content_type text,
    location     text,
    etag         text,
    body         bytea,
    created_at   timestamptz NOT NULL,
    PRIMARY KEY (caller_id, key)
);
-- The purge, the oldest first.
CREATE INDEX idempotency_key_oldest ON idempotency_key (created_at);
