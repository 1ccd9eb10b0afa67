-- What clients owe or paid. website_id is the tenant column; website repeats it as the id that views show.
-- due_order sorts: what is due at no time comes after all that is.
CREATE TABLE payment (
    id                  uuid          PRIMARY KEY,
    website_id          text          NOT NULL,
    website             uuid          GENERATED ALWAYS AS (website_id::uuid) STORED,
    client_id           uuid          NOT NULL,
    kind                text          NOT NULL
                                      CONSTRAINT payment_kind_known CHECK (kind IN ('installment', 'tip', 'order')),
    reference           text          NOT NULL,
    -- The special order that an installment is of.
    order_id            uuid,
    amount              numeric(12,2) NOT NULL CONSTRAINT payment_amount_positive CHECK (amount > 0),
    currency            text          NOT NULL,
    status              text          NOT NULL
                                      CONSTRAINT payment_status_known
                                      CHECK (status IN ('pending', 'processing', 'completed', 'failed', 'cancelled',
                                                        'partially_refunded', 'refunded')),
    due_at              timestamptz,
    due_order           timestamptz   GENERATED ALWAYS AS (coalesce(due_at, timestamptz '9999-12-31 00:00:00+00')) STORED,
    completed_at        timestamptz,
    provider            text,
    provider_reference  text,
    failure_reason      text,
    cancellation_reason text,
    refunded_amount     numeric(12,2) NOT NULL
                                      CONSTRAINT payment_refunded_within_amount
                                      CHECK (refunded_amount >= 0 AND refunded_amount <= amount),
    created_at          timestamptz   NOT NULL,
    updated_at          timestamptz   NOT NULL,
    version             bigint        NOT NULL,
    -- What foreign keys of other tables refer to, so that none leads out of its website.
    CONSTRAINT payment_of_its_website UNIQUE (website_id, id),
    -- One thing is demanded once, for ever.
    CONSTRAINT payment_once_per_reference UNIQUE (website_id, kind, reference),
    CONSTRAINT payment_completed_has_its_time
        CHECK ((status IN ('completed', 'partially_refunded', 'refunded')) = (completed_at IS NOT NULL)),
    CONSTRAINT payment_refunded_as_its_status_says
        CHECK (CASE status WHEN 'refunded' THEN refunded_amount = amount
                           WHEN 'partially_refunded' THEN refunded_amount > 0 AND refunded_amount < amount
                           ELSE refunded_amount = 0 END)
);
