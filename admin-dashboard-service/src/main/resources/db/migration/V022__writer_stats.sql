-- One fact per writer's profile; deleted ones stay (see V003).
CREATE TABLE writer_fact (
    id               uuid    PRIMARY KEY,
    website_id       uuid    NOT NULL,
    writer_id        uuid,
    registration_id  text,
    pen_name         text,
    status           text,
    level            text,
    available        boolean,
    rating           numeric(3, 2),
    reviews          integer,
    completed_orders integer,
    active_orders    integer,
    earnings         numeric(18, 2),
    created_day      date,
    revision         bigint  NOT NULL,
    deleted          boolean NOT NULL,
    CONSTRAINT writer_fact_whole CHECK (
        deleted
        OR num_nulls(
            writer_id, registration_id, pen_name, status, available, rating, reviews, completed_orders, active_orders,
            earnings, created_day) = 0
    )
);
-- Serve the writers dashboard's two lists of ten: the first ten rows are read, however many there are. In the view of
-- all websites, earnings have the currency of their website, so there it is the first ten of each website.
CREATE INDEX writer_fact_by_orders ON writer_fact (website_id, completed_orders DESC, id)
    WHERE NOT deleted AND completed_orders > 0;
CREATE INDEX writer_fact_by_orders_of_all_websites ON writer_fact (completed_orders DESC, id)
    WHERE NOT deleted AND completed_orders > 0;
CREATE INDEX writer_fact_by_earnings ON writer_fact (website_id, earnings DESC, id) WHERE NOT deleted AND earnings > 0;

-- How many writers there are, and what they have together. Without a level: ''. Earnings are in the website's currency.
CREATE TABLE writer_totals (
    website_id       uuid    NOT NULL,
    status           text    NOT NULL,
    level            text    NOT NULL,
    available        boolean NOT NULL,
    writers          bigint  NOT NULL,
    rated            bigint  NOT NULL,
    ratings          numeric NOT NULL,
    reviews          bigint  NOT NULL,
    completed_orders bigint  NOT NULL,
    active_orders    bigint  NOT NULL,
    earnings         numeric NOT NULL,
    PRIMARY KEY (website_id, status, level, available)
);

-- How many of them were created on which UTC day.
CREATE TABLE writer_days (
    website_id uuid   NOT NULL,
    day        date   NOT NULL,
    writers    bigint NOT NULL,
    PRIMARY KEY (website_id, day)
);
