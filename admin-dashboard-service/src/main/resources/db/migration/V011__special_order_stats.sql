-- One fact per special order, with the installments that count: [{"due_day": …, "amount": …, "paid": …}]. They have no
-- revision of their own and change only with their order. value is null until the order is estimated; day is that of
-- its creation.
CREATE TABLE special_order_fact (
    id                 uuid    PRIMARY KEY,
    website_id         uuid    NOT NULL,
    day                date,
    currency           text,
    status             text,
    order_type         text,
    predefined_type    text,
    approved           boolean,
    value              numeric(14, 2),
    completion_seconds bigint,
    installments       jsonb,
    revision           bigint  NOT NULL,
    deleted            boolean NOT NULL,
    CONSTRAINT special_order_fact_whole CHECK (
        deleted
        OR (day IS NOT NULL AND currency IS NOT NULL AND status IS NOT NULL AND order_type IS NOT NULL
            AND predefined_type IS NOT NULL AND approved IS NOT NULL AND installments IS NOT NULL)
    )
);

-- All counters: those of all websites together stand under ffffffff-…; one that fell to 0 stays.
-- Serves the summary and the breakdowns of the special orders dashboard.
CREATE TABLE special_order_totals (
    website_id       uuid    NOT NULL,
    currency         text    NOT NULL,
    status           text    NOT NULL,
    order_type       text    NOT NULL,
    orders           bigint  NOT NULL,
    needs_approval   bigint  NOT NULL,
    needs_estimation bigint  NOT NULL,
    valued           bigint  NOT NULL,
    value            numeric NOT NULL,
    PRIMARY KEY (website_id, currency, status, order_type)
);

-- By the day of creation. Serves what is new, and the trends and rates of the analytics.
CREATE TABLE special_order_days (
    website_id         uuid    NOT NULL,
    day                date    NOT NULL,
    currency           text    NOT NULL,
    status             text    NOT NULL,
    order_type         text    NOT NULL,
    orders             bigint  NOT NULL,
    approved           bigint  NOT NULL,
    value              numeric NOT NULL,
    completion_seconds numeric NOT NULL,
    PRIMARY KEY (website_id, day, currency, status, order_type)
);

-- By the day of creation. Serves the breakdown by predefined type.
CREATE TABLE special_order_type_days (
    website_id      uuid    NOT NULL,
    day             date    NOT NULL,
    currency        text    NOT NULL,
    predefined_type text    NOT NULL,
    orders          bigint  NOT NULL,
    completed       bigint  NOT NULL,
    revenue         numeric NOT NULL,
    PRIMARY KEY (website_id, day, currency, predefined_type)
);

-- By the day that they are due, so that overdue is a sum over days, whatever day it is. Serves the installments.
CREATE TABLE special_order_due_days (
    website_id   uuid    NOT NULL,
    paid         boolean NOT NULL,
    day          date    NOT NULL,
    currency     text    NOT NULL,
    installments bigint  NOT NULL,
    amount       numeric NOT NULL,
    PRIMARY KEY (website_id, paid, day, currency)
);
