-- Records that could not be read, by where they are; the records themselves are in the dead-letter topic.
CREATE TABLE dead_letter (
    id         bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    topic      text        NOT NULL,
    partition  integer     NOT NULL,
    position   bigint      NOT NULL,
    key        text,
    cause      text        NOT NULL,
    arrived_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT dead_letter_once UNIQUE (topic, partition, position)
);
