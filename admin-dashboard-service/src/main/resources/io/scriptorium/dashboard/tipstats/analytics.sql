-- See Dashboard for asked, spans and the scope. Weeks begin on Monday, as Grain has them.
--
-- Plan: the days of the spans by their key, no facts. The best performers of a span are looked for among the fifty best
-- of each month that it touches, which an index gives; each of those is then summed up exactly, by whole months and
-- by the days around them. However many performers there are, no more are read.
WITH chosen AS (
    SELECT coalesce(
               (SELECT currency FROM asked),
               (SELECT currency
                  FROM tip_totals
                 WHERE {scope}
                 GROUP BY currency
                HAVING sum(tips) > 0
                 ORDER BY sum(tips) DESC, currency
                 LIMIT 1)
           ) AS currency
), days AS (
    SELECT earlier,
           day,
           type,
           level,
           tips,
           CASE WHEN chosen THEN tips ELSE 0 END AS tips_in_currency,
           CASE WHEN chosen THEN amount ELSE 0 END AS amount,
           CASE WHEN chosen THEN earning ELSE 0 END AS earning,
           CASE WHEN chosen THEN profit ELSE 0 END AS profit
      FROM spans
     CROSS JOIN LATERAL (
         -- OFFSET 0: a range of the key for each span, rather than all days first and the spans then.
         SELECT * FROM tip_days WHERE {scope} AND day BETWEEN first_day AND last_day OFFSET 0
     ) AS counter
     CROSS JOIN LATERAL (VALUES (currency = (SELECT currency FROM chosen))) AS counted (chosen)
     WHERE tips > 0
), totals AS (
    SELECT earlier,
           sum(tips) AS tips,
           sum(tips_in_currency) AS tips_in_currency,
           sum(amount) AS amount,
           sum(earning) AS earning,
           sum(profit) AS profit
      FROM days
     GROUP BY earlier
), months AS (
    SELECT date_trunc('month', day::timestamp)::date AS start,
           sum(tips) AS tips,
           sum(tips_in_currency) AS tips_in_currency,
           sum(amount) AS amount,
           sum(earning) AS earning,
           sum(profit) AS profit
      FROM days
     WHERE NOT earlier
     GROUP BY start
), weeks AS (
    SELECT date_trunc('week', day::timestamp)::date AS start,
           sum(tips) AS tips,
           sum(tips_in_currency) AS tips_in_currency,
           sum(amount) AS amount,
           sum(earning) AS earning,
           sum(profit) AS profit
      FROM days
     WHERE NOT earlier
     GROUP BY start
), each_day AS (
    SELECT day AS start,
           sum(tips) AS tips,
           sum(tips_in_currency) AS tips_in_currency,
           sum(amount) AS amount,
           sum(earning) AS earning,
           sum(profit) AS profit
      FROM days
     WHERE NOT earlier
     GROUP BY day
), types AS (
    SELECT type AS name,
           sum(tips) AS tips,
           sum(tips_in_currency) AS tips_in_currency,
           sum(amount) AS amount,
           sum(earning) AS earning,
           sum(profit) AS profit
      FROM days
     WHERE NOT earlier
     GROUP BY type
), levels AS (
    SELECT level AS name,
           sum(tips) AS tips,
           sum(tips_in_currency) AS tips_in_currency,
           sum(amount) AS amount,
           sum(earning) AS earning,
           sum(profit) AS profit
      FROM days
     WHERE NOT earlier
     GROUP BY level
), candidates AS (
    SELECT DISTINCT roles.role, best.account_id
      FROM (VALUES ('writer'), ('client')) AS roles (role)
     CROSS JOIN spans
     CROSS JOIN generate_series(
               date_trunc('month', first_day::timestamp), last_day::timestamp, '1 month'
           ) AS touched (month)
     CROSS JOIN LATERAL (
         SELECT account_id
           FROM tip_performer_months
          WHERE {scope}
            AND role = roles.role
            AND currency = (SELECT currency FROM chosen)
            AND month = touched.month::date
            AND amount > 0
          ORDER BY amount DESC, account_id
          LIMIT 50
     ) AS best
     WHERE NOT spans.earlier
), sums AS (
    SELECT candidates.role,
           candidates.account_id,
           sum(part.tips) AS tips,
           sum(part.amount) AS amount,
           sum(part.earning) AS earning
      FROM candidates
     CROSS JOIN spans
     CROSS JOIN LATERAL (
         SELECT tips, amount, earning
           FROM tip_performer_months AS counter
          WHERE {scope}
            AND counter.role = candidates.role
            AND currency = (SELECT currency FROM chosen)
            AND counter.account_id = candidates.account_id
            AND month >= first_month
            AND month < end_month
         UNION ALL
         SELECT tips, amount, earning
           FROM tip_performer_days AS counter
          WHERE (website_id = (SELECT website_id FROM asked)
                 OR (SELECT website_id FROM asked) = 'ffffffff-ffff-ffff-ffff-ffffffffffff')
            AND counter.account_id = candidates.account_id
            AND counter.role = candidates.role
            AND currency = (SELECT currency FROM chosen)
            AND day >= first_day
            AND day < first_month
         UNION ALL
         SELECT tips, amount, earning
           FROM tip_performer_days AS counter
          WHERE (website_id = (SELECT website_id FROM asked)
                 OR (SELECT website_id FROM asked) = 'ffffffff-ffff-ffff-ffff-ffffffffffff')
            AND counter.account_id = candidates.account_id
            AND counter.role = candidates.role
            AND currency = (SELECT currency FROM chosen)
            AND day >= end_month
            AND day <= last_day
     ) AS part
     WHERE NOT spans.earlier
     GROUP BY candidates.role, candidates.account_id
    HAVING sum(part.amount) > 0
), ranked AS (
    SELECT role,
           account_id,
           tips,
           amount,
           earning,
           row_number() OVER (PARTITION BY role ORDER BY amount DESC, account_id) AS rank
      FROM sums
), performers AS (
    SELECT * FROM ranked WHERE rank <= 10
)
SELECT jsonb_build_object(
           'currencies', jsonb_build_object(
               'chosen', (SELECT currency FROM chosen),
               'all', (SELECT jsonb_agg(DISTINCT currency) FROM tip_totals WHERE {scope} AND tips > 0)
           ),
           'totals', (SELECT jsonb_agg(to_jsonb(totals)) FROM totals),
           'months', (SELECT jsonb_agg(to_jsonb(months)) FROM months),
           'weeks', (SELECT jsonb_agg(to_jsonb(weeks)) FROM weeks),
           'days', (SELECT jsonb_agg(to_jsonb(each_day)) FROM each_day),
           'types', (SELECT jsonb_agg(to_jsonb(types)) FROM types),
           'levels', (SELECT jsonb_agg(to_jsonb(levels)) FROM levels),
           'performers', (SELECT jsonb_agg(to_jsonb(performers)) FROM performers)
       )
