-- One fact per support ticket; deleted ones stay (see V003). How long it took to resolve stands in it as the number of
-- a bucket (ResolutionTimes).
CREATE TABLE ticket_fact (
    id           uuid        PRIMARY KEY,
    website_id   uuid        NOT NULL,
    status       text,
    category     text,
    priority     text,
    assigned_to  uuid,
    created_at   timestamptz,
    created_day  date,
    resolved_day date,
    closed_day   date,
    bucket       integer,
    revision     bigint      NOT NULL,
    deleted      boolean     NOT NULL,
    CONSTRAINT ticket_fact_whole CHECK (
        deleted OR num_nulls(status, category, priority, created_at, created_day) = 0
    ),
    CONSTRAINT ticket_fact_resolved CHECK ((resolved_day IS NULL) = (bucket IS NULL))
);
-- Serve the tickets dashboard's oldest open ticket, of one website and of all: one row is read.
CREATE INDEX ticket_fact_open ON ticket_fact (website_id, created_at)
    WHERE NOT deleted AND status IN ('open', 'in_progress');
CREATE INDEX ticket_fact_open_of_all_websites ON ticket_fact (created_at)
    WHERE NOT deleted AND status IN ('open', 'in_progress');

-- How many tickets there are. Serves the tickets dashboard's totals.
CREATE TABLE ticket_totals (
    website_id uuid   NOT NULL,
    status     text   NOT NULL,
    category   text   NOT NULL,
    priority   text   NOT NULL,
    tickets    bigint NOT NULL,
    PRIMARY KEY (website_id, status, category, priority)
);

-- Whose they are; the all-zero account stands for nobody. Serves the tickets dashboard's list of assignees.
CREATE TABLE ticket_assignees (
    website_id  uuid   NOT NULL,
    assigned_to uuid   NOT NULL,
    status      text   NOT NULL,
    tickets     bigint NOT NULL,
    PRIMARY KEY (website_id, assigned_to, status)
);

-- What was opened, resolved and closed on which UTC day.
CREATE TABLE ticket_days (
    website_id uuid   NOT NULL,
    day        date   NOT NULL,
    opened     bigint NOT NULL,
    resolved   bigint NOT NULL,
    closed     bigint NOT NULL,
    PRIMARY KEY (website_id, day)
);

-- How long those took that were resolved on a UTC day, by bucket. Serves the times to resolve, as ticket_days its days.
CREATE TABLE ticket_resolutions (
    website_id uuid    NOT NULL,
    day        date    NOT NULL,
    bucket     integer NOT NULL,
    tickets    bigint  NOT NULL,
    PRIMARY KEY (website_id, day, bucket)
);
