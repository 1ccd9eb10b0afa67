-- Parameter: a JSON array of rows. Result: the ids of all of them.
-- A row of the same revision but another content is a fact that was written by an older version of this service.
WITH input AS (
    SELECT DISTINCT ON (id) *
      FROM jsonb_to_recordset(?::jsonb) AS row (id uuid, name text, currency text, revision bigint, deleted boolean)
     ORDER BY id, revision DESC
), changed AS (
    INSERT INTO website_fact AS fact (id, name, currency, revision, deleted)
    SELECT id, name, currency, revision, deleted FROM input ORDER BY id
    ON CONFLICT (id) DO UPDATE
       SET name     = coalesce(EXCLUDED.name, fact.name),
           currency = coalesce(EXCLUDED.currency, fact.currency),
           revision = EXCLUDED.revision,
           deleted  = EXCLUDED.deleted
     WHERE fact.revision < EXCLUDED.revision
        OR (fact.revision = EXCLUDED.revision
            AND NOT EXCLUDED.deleted
            AND (fact.name, fact.currency) IS DISTINCT FROM (EXCLUDED.name, EXCLUDED.currency))
)
SELECT id AS website_id FROM input
