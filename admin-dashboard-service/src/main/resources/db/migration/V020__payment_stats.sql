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

CREATE FUNCTION payment_totals_of(fact payment_fact)
    RETURNS TABLE (
        website_id uuid, currency text, kind text, status text,
        payments bigint, amount numeric, paid bigint, paid_amount numeric, refunded numeric)
    LANGUAGE sql IMMUTABLE
AS $$
    SELECT fact.website_id, fact.currency, fact.kind, fact.status, 1::bigint, fact.amount::numeric,
           (fact.paid_day IS NOT NULL)::integer::bigint,
           CASE WHEN fact.paid_day IS NOT NULL THEN fact.amount::numeric ELSE 0 END,
           (SELECT coalesce(sum(refund), 0) FROM unnest(fact.refund_amounts) AS refund)
     WHERE NOT fact.deleted
$$;

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

CREATE FUNCTION payment_days_of(fact payment_fact)
    RETURNS TABLE (
        website_id uuid, day date, currency text, kind text,
        created bigint, paid bigint, paid_amount numeric, refunds bigint, refunded numeric)
    LANGUAGE sql IMMUTABLE
AS $$
    SELECT fact.website_id, happened.day, fact.currency, fact.kind,
           happened.created, happened.paid, happened.paid_amount, happened.refunds, happened.refunded
      FROM (SELECT fact.created_day, 1::bigint, 0::bigint, 0::numeric, 0::bigint, 0::numeric
            UNION ALL
            SELECT fact.paid_day, 0, 1, fact.amount, 0, 0
            UNION ALL
            SELECT refund.day, 0, 0, 0, 1, refund.amount
              FROM unnest(fact.refund_days, fact.refund_amounts) AS refund (day, amount))
           AS happened (day, created, paid, paid_amount, refunds, refunded)
     WHERE NOT fact.deleted
       AND happened.day IS NOT NULL
$$;
