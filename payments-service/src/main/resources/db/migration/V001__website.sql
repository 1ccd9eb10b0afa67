-- The websites that this service has heard of: their currency and time zone. Looked up by id alone.
CREATE TABLE website (
    id        uuid    PRIMARY KEY,
    name      text    NOT NULL,
    currency  text    NOT NULL,
    time_zone text    NOT NULL,
    active    boolean NOT NULL
);
