-- One fact per reminder configuration, deletion message and reminder; deleted ones stay (see V003).
CREATE TABLE reminder_config_fact (
    id                  uuid    PRIMARY KEY,
    website_id          uuid    NOT NULL,
    name                text,
    deadline_percentage integer,
    active              boolean,
    revision            bigint  NOT NULL,
    deleted             boolean NOT NULL,
    CONSTRAINT reminder_config_fact_whole CHECK (deleted OR num_nulls(name, deadline_percentage, active) = 0)
);
-- Serves the payment-reminders dashboard's list of one website's configurations.
CREATE INDEX reminder_config_fact_of_website ON reminder_config_fact (website_id) WHERE NOT deleted;

CREATE TABLE deletion_message_fact (
    id         uuid    PRIMARY KEY,
    website_id uuid    NOT NULL,
    active     boolean,
    revision   bigint  NOT NULL,
    deleted    boolean NOT NULL,
    CONSTRAINT deletion_message_fact_whole CHECK (deleted OR active IS NOT NULL)
);

CREATE TABLE reminder_fact (
    id              uuid    PRIMARY KEY,
    website_id      uuid    NOT NULL,
    config_id       uuid,
    kind            text,
    status          text,
    outcome         text,
    by_email        boolean,
    by_notification boolean,
    sent_day        date,
    revision        bigint  NOT NULL,
    deleted         boolean NOT NULL,
    CONSTRAINT reminder_fact_whole CHECK (
        deleted OR num_nulls(kind, status, outcome, by_email, by_notification) = 0
    )
);

-- How many configurations and messages there are. Serve the payment-reminders dashboard's totals.
CREATE TABLE reminder_config_totals (
    website_id uuid    NOT NULL,
    active     boolean NOT NULL,
    configs    bigint  NOT NULL,
    PRIMARY KEY (website_id, active)
);

CREATE TABLE deletion_message_totals (
    website_id uuid    NOT NULL,
    active     boolean NOT NULL,
    messages   bigint  NOT NULL,
    PRIMARY KEY (website_id, active)
);

-- How many reminders and deletion messages there are. Serves the same dashboard's totals, by status, outcome, channel.
CREATE TABLE reminder_totals (
    website_id      uuid   NOT NULL,
    kind            text   NOT NULL,
    status          text   NOT NULL,
    outcome         text   NOT NULL,
    reminders       bigint NOT NULL,
    by_email        bigint NOT NULL,
    by_notification bigint NOT NULL,
    PRIMARY KEY (website_id, kind, status, outcome)
);

-- What was sent by which configuration, and what became of it. Serves the same dashboard's list of configurations.
CREATE TABLE reminder_config_outcomes (
    website_id uuid   NOT NULL,
    config_id  uuid   NOT NULL,
    outcome    text   NOT NULL,
    sent       bigint NOT NULL,
    PRIMARY KEY (website_id, config_id, outcome)
);

-- What was sent on which UTC day.
CREATE TABLE reminder_days (
    website_id      uuid   NOT NULL,
    day             date   NOT NULL,
    kind            text   NOT NULL,
    sent            bigint NOT NULL,
    by_email        bigint NOT NULL,
    by_notification bigint NOT NULL,
    PRIMARY KEY (website_id, day, kind)
);
