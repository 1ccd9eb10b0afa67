-- Parameters: website (null: all), the first day of the earlier span, today. Result: one row.
-- {scope} is what the caller may see. Plan: the counters by their keys; no facts but those of websites.
WITH asked AS (
    SELECT ?::uuid AS website_id, ?::date AS first_day, ?::date AS last_day
), totals AS (
    SELECT role, suspended, sum(accounts) AS accounts
      FROM user_totals
     WHERE {scope}
     GROUP BY role, suspended
), days AS (
    SELECT day, role, sum(accounts) AS accounts
      FROM user_days
     WHERE {scope}
       AND day BETWEEN (SELECT first_day FROM asked) AND (SELECT last_day FROM asked)
     GROUP BY day, role
), websites AS (
    SELECT website.id AS website_id, website.name, counter.role, counter.suspended, counter.accounts
      FROM website_fact AS website
      LEFT JOIN user_totals AS counter ON counter.website_id = website.id
     WHERE (SELECT website_id FROM asked) IS NULL
       AND NOT website.deleted
)
SELECT now() AS as_of,
       EXISTS (SELECT FROM website_fact WHERE id = (SELECT website_id FROM asked) AND NOT deleted) AS known,
       (SELECT jsonb_agg(to_jsonb(totals)) FROM totals)     AS totals,
       (SELECT jsonb_agg(to_jsonb(days)) FROM days)         AS days,
       (SELECT jsonb_agg(to_jsonb(websites)) FROM websites) AS websites
