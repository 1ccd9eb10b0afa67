-- Parameter: a JSON array of rows. Result: the websites of all of them.
--
-- Facts that are newer replace the old; each counter changes by new state minus old state. Every insert goes in the
-- order of its key, so that two replicas cannot wait for each other. A row of the same revision but another content is
-- a fact that was written by an older version of this service.
WITH input AS (
    SELECT DISTINCT ON (id) *
      FROM jsonb_to_recordset(?::jsonb)
           AS row (id uuid, website_id uuid, role text, suspended boolean, day date, revision bigint, deleted boolean)
     ORDER BY id, revision DESC
), changed AS (
    INSERT INTO account_fact AS fact (id, website_id, role, suspended, day, revision, deleted)
    SELECT id, coalesce(website_id, '00000000-0000-0000-0000-000000000000'), role, suspended, day, revision, deleted
      FROM input
     ORDER BY id
    ON CONFLICT (id) DO UPDATE
       SET website_id = CASE WHEN EXCLUDED.deleted THEN fact.website_id ELSE EXCLUDED.website_id END,
           role       = coalesce(EXCLUDED.role, fact.role),
           suspended  = coalesce(EXCLUDED.suspended, fact.suspended),
           day        = coalesce(EXCLUDED.day, fact.day),
           revision   = EXCLUDED.revision,
           deleted    = EXCLUDED.deleted
     WHERE fact.revision < EXCLUDED.revision
        OR (fact.revision = EXCLUDED.revision
            AND NOT EXCLUDED.deleted
            AND (fact.website_id, fact.role, fact.suspended, fact.day)
                IS DISTINCT FROM (EXCLUDED.website_id, EXCLUDED.role, EXCLUDED.suspended, EXCLUDED.day))
    RETURNING old.website_id AS old_website_id,
              old.role       AS old_role,
              old.suspended  AS old_suspended,
              old.day        AS old_day,
              old.deleted    AS old_deleted,
              new.website_id,
              new.role,
              new.suspended,
              new.day,
              new.deleted
), moved AS (
    SELECT website_id, role, suspended, day, 1 AS accounts
      FROM changed
     WHERE NOT deleted
    UNION ALL
    SELECT old_website_id, old_role, old_suspended, old_day, -1
      FROM changed
     WHERE NOT old_deleted -- null, and so not true, where there was no fact
), difference AS (
    -- Each counts in its website and in all of them.
    SELECT counted.website_id, role, suspended, day, accounts
      FROM moved
     CROSS JOIN LATERAL (
         VALUES (moved.website_id), ('ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid)
     ) AS counted (website_id)
), totals AS (
    INSERT INTO user_totals AS counter (website_id, role, suspended, accounts)
    SELECT website_id, role, suspended, sum(accounts)
      FROM difference
     GROUP BY website_id, role, suspended
    HAVING sum(accounts) <> 0
     ORDER BY website_id, role, suspended
    ON CONFLICT (website_id, role, suspended) DO UPDATE SET accounts = counter.accounts + EXCLUDED.accounts
), days AS (
    INSERT INTO user_days AS counter (website_id, day, role, accounts)
    SELECT website_id, day, role, sum(accounts)
      FROM difference
     GROUP BY website_id, day, role
    HAVING sum(accounts) <> 0
     ORDER BY website_id, day, role
    ON CONFLICT (website_id, day, role) DO UPDATE SET accounts = counter.accounts + EXCLUDED.accounts
)
SELECT website_id FROM input WHERE website_id IS NOT NULL
UNION
SELECT old_website_id FROM changed WHERE old_website_id IS NOT NULL
UNION
SELECT fact.website_id FROM input JOIN account_fact AS fact USING (id)
