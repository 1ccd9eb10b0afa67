-- The business of the tests: a parcel that is weighed again and again, each time one heavier.
CREATE TABLE parcel (
    id     text    PRIMARY KEY,
    tenant text    NOT NULL,
    weight integer NOT NULL
);
