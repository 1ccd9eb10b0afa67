-- See Dashboard for asked, spans and the scope. Plan: the counters by their keys; no facts but those of websites.
WITH totals AS (
    SELECT role, suspended, accounts
      FROM user_totals
     WHERE {scope}
), days AS (
    SELECT day, role, accounts
      FROM user_days
     WHERE {scope}
       AND day BETWEEN (SELECT min(first_day) FROM spans) AND (SELECT max(last_day) FROM spans)
), websites AS (
    SELECT website.id AS website_id, website.name, counter.role, counter.suspended, counter.accounts
      FROM website_fact AS website
      LEFT JOIN user_totals AS counter ON counter.website_id = website.id
     WHERE (SELECT website_id FROM asked) = 'ffffffff-ffff-ffff-ffff-ffffffffffff'
       AND NOT website.deleted
)
SELECT jsonb_build_object(
           'totals', (SELECT jsonb_agg(to_jsonb(totals)) FROM totals),
           'days', (SELECT jsonb_agg(to_jsonb(days)) FROM days),
           'websites', (SELECT jsonb_agg(to_jsonb(websites)) FROM websites)
       )
