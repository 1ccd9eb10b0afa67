-- One fact per tip. day is that of its creation; level is empty where the writer had none.
CREATE TABLE tip_fact (
    id               uuid    PRIMARY KEY,
    website_id       uuid    NOT NULL,
    day              date,
    currency         text,
    status           text,
    type             text,
    level            text,
    writer_id        uuid,
    client_id        uuid,
    amount           numeric(14, 2),
    earning          numeric(14, 2),
    profit           numeric(14, 2),
    percentage       numeric(5, 2),
    refunded         numeric(14, 2),
    earning_refunded numeric(14, 2),
    revision         bigint  NOT NULL,
    deleted          boolean NOT NULL,
    CONSTRAINT tip_fact_whole CHECK (
        deleted
        OR (day IS NOT NULL AND currency IS NOT NULL AND status IS NOT NULL AND type IS NOT NULL AND level IS NOT NULL
            AND writer_id IS NOT NULL AND client_id IS NOT NULL AND amount IS NOT NULL AND earning IS NOT NULL
            AND profit IS NOT NULL AND percentage IS NOT NULL AND refunded IS NOT NULL AND earning_refunded IS NOT NULL)
    )
);

-- All counters: those of all websites together stand under ffffffff-…; one that fell to 0 stays.
-- Serves the summary and the breakdowns of the tips dashboard.
CREATE TABLE tip_totals (
    website_id  uuid    NOT NULL,
    currency    text    NOT NULL,
    status      text    NOT NULL,
    type        text    NOT NULL,
    level       text    NOT NULL,
    tips       bigint  NOT NULL,
    amount     numeric NOT NULL,
    earning    numeric NOT NULL,
    profit     numeric NOT NULL,
    percentage numeric NOT NULL,
    PRIMARY KEY (website_id, currency, status, type, level)
);

-- By the day of creation. Serves what is new, the trends and breakdowns of the analytics, and the days of the earnings
-- that are no whole months.
CREATE TABLE tip_days (
    website_id        uuid    NOT NULL,
    day               date    NOT NULL,
    currency          text    NOT NULL,
    status            text    NOT NULL,
    type              text    NOT NULL,
    level             text    NOT NULL,
    tips             bigint  NOT NULL,
    amount           numeric NOT NULL,
    earning          numeric NOT NULL,
    profit           numeric NOT NULL,
    refunded         numeric NOT NULL,
    earning_refunded numeric NOT NULL,
    PRIMARY KEY (website_id, day, currency, status, type, level)
);

-- Completed tips by the month of creation. Serves the whole months of the earnings, which may be many.
CREATE TABLE tip_months (
    website_id        uuid    NOT NULL,
    month            date    NOT NULL,
    currency          text    NOT NULL,
    type              text    NOT NULL,
    level             text    NOT NULL,
    tips             bigint  NOT NULL,
    amount           numeric NOT NULL,
    earning          numeric NOT NULL,
    profit           numeric NOT NULL,
    refunded         numeric NOT NULL,
    earning_refunded numeric NOT NULL,
    PRIMARY KEY (website_id, month, currency, type, level)
);

-- Completed tips per writer and per client. The key serves one performer's months, the index the best of a month.
CREATE TABLE tip_performer_months (
    website_id  uuid    NOT NULL,
    role       text    NOT NULL,
    currency    text    NOT NULL,
    account_id uuid    NOT NULL,
    month      date    NOT NULL,
    tips       bigint  NOT NULL,
    amount     numeric NOT NULL,
    earning    numeric NOT NULL,
    PRIMARY KEY (website_id, role, currency, account_id, month)
);
CREATE INDEX tip_performer_months_best
    ON tip_performer_months (website_id, role, currency, month, amount DESC, account_id);

-- The same by days, of each website only. The key serves one performer's days that are no whole months.
CREATE TABLE tip_performer_days (
    website_id  uuid    NOT NULL,
    role       text    NOT NULL,
    currency    text    NOT NULL,
    account_id uuid    NOT NULL,
    day         date    NOT NULL,
    tips       bigint  NOT NULL,
    amount     numeric NOT NULL,
    earning    numeric NOT NULL,
    PRIMARY KEY (account_id, role, currency, day, website_id)
);
