-- What a provider was asked: written before it is asked, and closed when it is known what came of it. The id is the
-- idempotency key that the provider is given, so that it may be asked again.
CREATE TABLE payment_attempt (
    id                 uuid          PRIMARY KEY,
    website_id         text          NOT NULL,
    payment_id         uuid          NOT NULL,
    kind               text          NOT NULL CONSTRAINT payment_attempt_kind_known CHECK (kind IN ('charge', 'refund')),
    provider           text          NOT NULL,
    -- What the client pays with; forgotten when the attempt is closed.
    token              text,
    -- The charge that a refund gives back from.
    charge_id          uuid,
    amount             numeric(12,2) NOT NULL CONSTRAINT payment_attempt_amount_positive CHECK (amount > 0),
    status             text          NOT NULL
                                     CONSTRAINT payment_attempt_status_known
                                     CHECK (status IN ('open', 'succeeded', 'failed')),
    failure_reason     text,
    provider_reference text,
    requested_by       uuid          NOT NULL,
    reason             text          NOT NULL,
    checks             integer       NOT NULL,
    next_check_at      timestamptz,
    created_at         timestamptz   NOT NULL,
    closed_at          timestamptz,
    CONSTRAINT payment_attempt_of_a_payment FOREIGN KEY (website_id, payment_id) REFERENCES payment (website_id, id),
    CONSTRAINT payment_attempt_open_is_checked CHECK ((status = 'open') = (next_check_at IS NOT NULL)),
    CONSTRAINT payment_attempt_closed_has_its_time CHECK ((status = 'open') = (closed_at IS NULL))
);
-- A payment's charges and refunds, the oldest first; GET /api/v1/payments/{id}/refunds.
CREATE INDEX payment_attempt_of_payment ON payment_attempt (payment_id, kind, created_at, id);
-- The reconciler: what is to be asked again, the longest overdue first.
CREATE INDEX payment_attempt_due ON payment_attempt (next_check_at, id) WHERE status = 'open';
-- A payment is tried once at a time, and captured once for ever, whatever a program does.
CREATE UNIQUE INDEX payment_attempt_one_open_charge ON payment_attempt (payment_id)
    WHERE kind = 'charge' AND status = 'open';
CREATE UNIQUE INDEX payment_attempt_one_capture ON payment_attempt (payment_id)
    WHERE kind = 'charge' AND status = 'succeeded';
