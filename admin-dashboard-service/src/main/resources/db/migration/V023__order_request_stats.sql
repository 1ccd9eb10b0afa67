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

CREATE FUNCTION order_request_totals_of(fact order_request_fact)
    RETURNS TABLE (website_id uuid, status text, requests bigint)
    LANGUAGE sql IMMUTABLE
AS $$
    SELECT fact.website_id, fact.status, 1::bigint WHERE NOT fact.deleted
$$;

-- What was asked for and decided on which UTC day.
CREATE TABLE order_request_days (
    website_id uuid   NOT NULL,
    day        date   NOT NULL,
    requested  bigint NOT NULL,
    approved   bigint NOT NULL,
    rejected   bigint NOT NULL,
    PRIMARY KEY (website_id, day)
);

CREATE FUNCTION order_request_days_of(fact order_request_fact)
    RETURNS TABLE (website_id uuid, day date, requested bigint, approved bigint, rejected bigint)
    LANGUAGE sql IMMUTABLE
AS $$
    SELECT fact.website_id, happened.day, happened.requested, happened.approved, happened.rejected
      FROM (SELECT fact.requested_day, 1::bigint, 0::bigint, 0::bigint
            UNION ALL
            SELECT fact.decided_day, 0,
                   (fact.status = 'approved')::integer::bigint, (fact.status = 'rejected')::integer::bigint)
           AS happened (day, requested, approved, rejected)
     WHERE NOT fact.deleted
       AND happened.day IS NOT NULL
$$;
