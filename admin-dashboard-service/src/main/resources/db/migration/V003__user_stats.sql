-- One fact per account. A deleted one stays, so that a late older record cannot bring it back; its other columns keep
-- the last state, or nothing when it was never seen alive. The all-zero website stands for none (superadmins).
CREATE TABLE account_fact (
    id         uuid    PRIMARY KEY,
    website_id uuid    NOT NULL,
    role       text,
    suspended  boolean,
    day        date,
    revision   bigint  NOT NULL,
    deleted    boolean NOT NULL,
    CONSTRAINT account_fact_whole CHECK (
        deleted OR (role IS NOT NULL AND suspended IS NOT NULL AND day IS NOT NULL)
    )
);

-- How many accounts there are; a counter that fell to 0 stays. Serves the users dashboard's totals.
CREATE TABLE user_totals (
    website_id uuid    NOT NULL,
    role       text    NOT NULL,
    suspended  boolean NOT NULL,
    accounts   bigint  NOT NULL,
    PRIMARY KEY (website_id, role, suspended)
);

-- How many of them were created on which UTC day. The key serves one website's days, the index those of all.
CREATE TABLE user_days (
    website_id uuid   NOT NULL,
    day        date   NOT NULL,
    role       text   NOT NULL,
    accounts   bigint NOT NULL,
    PRIMARY KEY (website_id, day, role)
);
CREATE INDEX user_days_of_all_websites ON user_days (day) INCLUDE (role, accounts);
