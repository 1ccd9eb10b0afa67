-- What clients give to writers. website_id is the tenant column; website repeats it as the id that views show. A tip is
-- paid by one payment, of its own website.
CREATE TABLE tip (
    id                      uuid           PRIMARY KEY,
    website_id              text           NOT NULL,
    website                 uuid           GENERATED ALWAYS AS (website_id::uuid) STORED,
    client_id               uuid           NOT NULL,
    writer_id               uuid           NOT NULL,
    type                    text           NOT NULL
                                           CONSTRAINT tip_type_known CHECK (type IN ('direct', 'order', 'class')),
    reference               text,
    reason                  text,
    amount                  numeric(12, 2) NOT NULL CONSTRAINT tip_amount_positive CHECK (amount > 0),
    currency                text           NOT NULL,
    level_id                uuid           NOT NULL,
    level_name              text           NOT NULL,
    writer_percentage       numeric(5, 2)  NOT NULL
                                           CONSTRAINT tip_percentage_within_bounds
                                           CHECK (writer_percentage BETWEEN 0 AND 100),
    writer_earning          numeric(12, 2) NOT NULL CONSTRAINT tip_earning_not_negative CHECK (writer_earning >= 0),
    platform_profit         numeric(12, 2) NOT NULL CONSTRAINT tip_profit_not_negative CHECK (platform_profit >= 0),
    payment_id              uuid           NOT NULL CONSTRAINT tip_of_its_own_payment UNIQUE,
    payment_status          text           NOT NULL
                                           CONSTRAINT tip_payment_status_known
                                           CHECK (payment_status IN ('pending', 'processing', 'completed', 'failed')),
    refunded_amount         numeric(12, 2) NOT NULL
                                           CONSTRAINT tip_refunded_within_amount
                                           CHECK (refunded_amount BETWEEN 0 AND amount),
    writer_earning_refunded numeric(12, 2) NOT NULL
                                           CONSTRAINT tip_earning_refunded_within_earning
                                           CHECK (writer_earning_refunded BETWEEN 0 AND writer_earning),
    created_at              timestamptz    NOT NULL,
    updated_at              timestamptz    NOT NULL,
    completed_at            timestamptz,
    version                 bigint         NOT NULL,
    CONSTRAINT tip_paid_by FOREIGN KEY (website_id, payment_id) REFERENCES payment (website_id, id),
    CONSTRAINT tip_shared_whole CHECK (writer_earning + platform_profit = amount),
    CONSTRAINT tip_direct_without_reference CHECK ((type = 'direct') = (reference IS NULL)),
    CONSTRAINT tip_completed_has_its_time CHECK ((payment_status = 'completed') = (completed_at IS NOT NULL)),
    CONSTRAINT tip_refunded_when_completed CHECK (refunded_amount = 0 OR payment_status = 'completed'),
    CONSTRAINT tip_refunded_whole CHECK (refunded_amount < amount OR writer_earning_refunded = writer_earning)
);
