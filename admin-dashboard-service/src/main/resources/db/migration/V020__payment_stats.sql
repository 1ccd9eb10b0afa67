-- Each counter has a row per website, and one under the website ffffffff-… for all of them.
-- One fact per payment; deleted ones stay (see V003). Refunds stand in it by the UTC day they were made on, so that
-- they can be taken away again when the payment changes.
CREATE TABLE payment_fact (
    id             uuid    PRIMARY KEY,
    website_id     uuid    NOT NULL,
    kind           text,
    status         text,
    currency       text,
    amount         numeric(18, 2),
    created_day    date,
    paid_day       date,
    refund_days    date[],
    refund_amounts numeric(18, 2)[],
    revision       bigint  NOT NULL,
    deleted        boolean NOT NULL,
    CONSTRAINT payment_fact_whole CHECK (
        deleted OR num_nulls(kind, status, currency, amount, created_day, refund_days, refund_amounts) = 0
    ),
    CONSTRAINT payment_fact_refunds CHECK (cardinality(refund_days) = cardinality(refund_amounts))
);

-- How many payments there are and were ever paid, what they amount to, and how much of it was given back. Serves the payments
-- dashboard's totals.
CREATE TABLE payment_totals (
    website_id  uuid    NOT NULL,
    currency    text    NOT NULL,
    kind        text    NOT NULL,
    status      text    NOT NULL,
    payments    bigint  NOT NULL,
    amount      numeric NOT NULL,
    paid        bigint  NOT NULL,
    paid_amount numeric NOT NULL,
    refunded    numeric NOT NULL,
    PRIMARY KEY (website_id, currency, kind, status)
);

-- What was made, paid and given back on which UTC day.
CREATE TABLE payment_days (
    website_id  uuid    NOT NULL,
    day         date    NOT NULL,
    currency    text    NOT NULL,
    kind        text    NOT NULL,
    created     bigint  NOT NULL,
    paid        bigint  NOT NULL,
    paid_amount numeric NOT NULL,
    refunds     bigint  NOT NULL,
    refunded    numeric NOT NULL,
    PRIMARY KEY (website_id, day, currency, kind)
);
