-- What each writer earned in each pay period: sums of what earning_source has.
CREATE TABLE earning (
    id               uuid           PRIMARY KEY,
    website_id       text           NOT NULL,
    writer_id        uuid           NOT NULL,
    payment_schedule text           NOT NULL CHECK (payment_schedule IN ('bi_weekly', 'monthly')),
    period_start     date           NOT NULL,
    period_end       date           NOT NULL,
    total_earnings   numeric(14, 2) NOT NULL,
    tips             numeric(14, 2) NOT NULL CHECK (tips >= 0),
    orders_completed integer        NOT NULL CHECK (orders_completed >= 0),
    created_at       timestamptz    NOT NULL,
    updated_at       timestamptz    NOT NULL,
    version          bigint         NOT NULL,
    -- The row that a change is added to; and, by its order, GET /api/v1/earnings of one writer.
    CONSTRAINT earning_one_for_a_period UNIQUE (website_id, writer_id, period_end, period_start),
    CONSTRAINT earning_of_a_writer FOREIGN KEY (website_id, writer_id) REFERENCES writer_profile (website_id, writer_id),
    CONSTRAINT earning_in_all_covers_tips CHECK (total_earnings >= tips)
);

-- What is known of each tip and order, and where it was counted, so that a change of it moves the difference.
CREATE TABLE earning_source (
    kind             text           NOT NULL CHECK (kind IN ('tip', 'order')),
    source_id        uuid           NOT NULL,
    website_id       text           NOT NULL,
    writer_id        uuid,
    amount           numeric(14, 2) NOT NULL CHECK (amount >= 0),
    completed_at     timestamptz,
    active           boolean        NOT NULL,
    -- False while the account has no writer's profile yet.
    counted          boolean        NOT NULL,
    payment_schedule text           CHECK (payment_schedule IN ('bi_weekly', 'monthly')),
    period_start     date,
    period_end       date,
    PRIMARY KEY (kind, source_id)
);
-- What waits for the profile of a writer.
CREATE INDEX earning_source_waiting ON earning_source (writer_id) WHERE NOT counted;
