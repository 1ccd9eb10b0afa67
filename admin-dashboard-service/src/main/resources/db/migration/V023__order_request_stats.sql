-- One fact per writer's request for an order; deleted ones stay (see V003).
CREATE TABLE order_request_fact (
    id            uuid    PRIMARY KEY,
    website_id    uuid    NOT NULL,
    status        text,
    requested_day date,
    decided_day   date,
    revision      bigint  NOT NULL,
    deleted       boolean NOT NULL,
    CONSTRAINT order_request_fact_whole CHECK (deleted OR num_nulls(status, requested_day) = 0)
);

-- How many requests there are. Serves the writers dashboard's open requests and approval rate.
CREATE TABLE order_request_totals (
    website_id uuid   NOT NULL,
    status     text   NOT NULL,
    requests   bigint NOT NULL,
    PRIMARY KEY (website_id, status)
);

-- What was asked for and decided on which UTC day.
CREATE TABLE order_request_days (
    website_id uuid   NOT NULL,
    day        date   NOT NULL,
    requested  bigint NOT NULL,
    approved   bigint NOT NULL,
    rejected   bigint NOT NULL,
    PRIMARY KEY (website_id, day)
);
