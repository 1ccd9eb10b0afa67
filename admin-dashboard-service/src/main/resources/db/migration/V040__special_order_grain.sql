-- Analytics read a year of days: they are counted without status and type, and what is shown by status and type is also
-- counted by months, so that only the days around whole months have to be read so finely. Everything here is a sum of
-- counters that are there; batches write it from now on. Where a replica of an older version counted meanwhile, recount
-- once after the release.

-- By the day of creation. Serves what is shown by status and type, on days that are no whole months.
ALTER TABLE special_order_days RENAME TO special_order_group_days;
ALTER INDEX special_order_days_pkey RENAME TO special_order_group_days_pkey;

-- By the day of creation. Serves what is new, and the trends and rates of the analytics.
CREATE TABLE special_order_days (
    website_id         uuid    NOT NULL,
    day                date    NOT NULL,
    currency           text    NOT NULL,
    orders             bigint  NOT NULL,
    approved           bigint  NOT NULL,
    completed          bigint  NOT NULL,
    revenue            numeric NOT NULL,
    completion_seconds numeric NOT NULL,
    PRIMARY KEY (website_id, day, currency)
);
INSERT INTO special_order_days
SELECT website_id,
       day,
       currency,
       sum(orders),
       sum(approved),
       coalesce(sum(orders) FILTER (WHERE status = 'completed'), 0),
       coalesce(sum(value) FILTER (WHERE status = 'completed'), 0),
       sum(completion_seconds)
  FROM special_order_group_days
 GROUP BY website_id, day, currency;

ALTER TABLE special_order_group_days DROP COLUMN approved, DROP COLUMN completion_seconds;

-- By the month of creation. Serves what is shown by status and type, for whole months.
CREATE TABLE special_order_group_months (
    website_id uuid    NOT NULL,
    month      date    NOT NULL,
    currency   text    NOT NULL,
    status     text    NOT NULL,
    order_type text    NOT NULL,
    orders     bigint  NOT NULL,
    value      numeric NOT NULL,
    PRIMARY KEY (website_id, month, currency, status, order_type)
);
INSERT INTO special_order_group_months
SELECT website_id, date_trunc('month', day::timestamp)::date, currency, status, order_type, sum(orders), sum(value)
  FROM special_order_group_days
 GROUP BY 1, 2, 3, 4, 5;

-- By the month of creation. Serves the breakdown by predefined type, for whole months.
CREATE TABLE special_order_type_months (
    website_id      uuid    NOT NULL,
    month           date    NOT NULL,
    currency        text    NOT NULL,
    predefined_type text    NOT NULL,
    orders          bigint  NOT NULL,
    completed       bigint  NOT NULL,
    revenue         numeric NOT NULL,
    PRIMARY KEY (website_id, month, currency, predefined_type)
);
INSERT INTO special_order_type_months
SELECT website_id,
       date_trunc('month', day::timestamp)::date,
       currency,
       predefined_type,
       sum(orders),
       sum(completed),
       sum(revenue)
  FROM special_order_type_days
 GROUP BY 1, 2, 3, 4;
