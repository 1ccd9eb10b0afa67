-- The inbox of io.scriptorium:owner-platform. Repeatable and idempotent: it runs again whenever the library changes it,
-- and always after the service's own versioned migrations, none of which may therefore refer to these tables.

-- The newest revision that was applied of each aggregate, so that an older or equal one is passed over.
CREATE TABLE IF NOT EXISTS inbox_revision (
    topic    text   NOT NULL,
    key      uuid   NOT NULL,
    revision bigint NOT NULL,
    PRIMARY KEY (topic, key)
);

-- What could not be applied, whole, with the reason; a list of them pages over the id. Type and revision are as the
-- headers had them, if there were any.
CREATE TABLE IF NOT EXISTS refused_change (
    id         bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    topic      text        NOT NULL,
    partition  integer     NOT NULL,
    position   bigint      NOT NULL,
    key        text,
    type       text,
    revision   text,
    value      bytea,
    cause      text        NOT NULL,
    arrived_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    -- A batch that comes again brings its refused records again. Key and revision are in it because a topic that was
    -- made anew counts its positions anew.
    CONSTRAINT refused_change_once UNIQUE NULLS NOT DISTINCT (topic, partition, position, key, revision)
);
