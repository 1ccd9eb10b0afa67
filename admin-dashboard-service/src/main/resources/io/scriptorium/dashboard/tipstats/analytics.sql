-- See Dashboard for asked, spans and the scope. Weeks begin on Monday, as Grain has them.
--
-- Plan: the days of the spans by their key, no facts; they are added up once for each day and once for each type and
-- level, and everything else is made of these. The best performers of a span are looked for among the fifty best of each
-- month that it touches, which an index gives; those are then summed up exactly, by whole months and by the days around
-- them: one walk through the key for all of them. However many performers there are, no more are read.
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
), counters AS (
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
), days AS (
    SELECT earlier,
           day AS start,
           sum(tips) AS tips,
           sum(tips_in_currency) AS tips_in_currency,
           sum(amount) AS amount,
           sum(earning) AS earning,
           sum(profit) AS profit
      FROM counters
     GROUP BY earlier, day
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
    SELECT date_trunc('month', start::timestamp)::date AS start,
           sum(tips) AS tips,
           sum(tips_in_currency) AS tips_in_currency,
           sum(amount) AS amount,
           sum(earning) AS earning,
           sum(profit) AS profit
      FROM days
     WHERE NOT earlier
     GROUP BY 1
), weeks AS (
    SELECT date_trunc('week', start::timestamp)::date AS start,
           sum(tips) AS tips,
           sum(tips_in_currency) AS tips_in_currency,
           sum(amount) AS amount,
           sum(earning) AS earning,
           sum(profit) AS profit
      FROM days
     WHERE NOT earlier
     GROUP BY 1
), kinds AS (
    SELECT type,
           level,
           sum(tips) AS tips,
           sum(tips_in_currency) AS tips_in_currency,
           sum(amount) AS amount,
           sum(earning) AS earning,
           sum(profit) AS profit
      FROM counters
     WHERE NOT earlier
     GROUP BY type, level
), types AS (
    SELECT type AS name,
           sum(tips) AS tips,
           sum(tips_in_currency) AS tips_in_currency,
           sum(amount) AS amount,
           sum(earning) AS earning,
           sum(profit) AS profit
      FROM kinds
     GROUP BY type
), levels AS (
    SELECT level AS name,
           sum(tips) AS tips,
           sum(tips_in_currency) AS tips_in_currency,
           sum(amount) AS amount,
           sum(earning) AS earning,
           sum(profit) AS profit
      FROM kinds
     GROUP BY level
), wanted AS MATERIALIZED (
    -- Some may stand there more than once, which the key's walk does not mind.
    SELECT roles.role,
           ARRAY(
               SELECT best.account_id
                 FROM spans
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
                WHERE NOT earlier
           ) AS accounts
      FROM (VALUES ('writer'), ('client')) AS roles (role)
), around AS (
    SELECT edge.first_day, edge.last_day
      FROM spans
     CROSS JOIN LATERAL (VALUES (first_day, first_month - 1), (end_month, last_day)) AS edge (first_day, last_day)
     WHERE NOT earlier
       AND edge.first_day <= edge.last_day
), performers AS (
    SELECT wanted.role, best.*
      FROM wanted
     CROSS JOIN LATERAL (
         SELECT account_id,
                sum(tips) AS tips,
                sum(amount) AS amount,
                sum(earning) AS earning,
                row_number() OVER (ORDER BY sum(amount) DESC, account_id) AS rank
           FROM (SELECT account_id, tips, amount, earning
                   FROM spans
                  CROSS JOIN LATERAL (
                      SELECT *
                        FROM tip_performer_months
                       WHERE {scope}
                         AND role = wanted.role
                         AND currency = (SELECT currency FROM chosen)
                         AND account_id = ANY (wanted.accounts)
                         AND month >= first_month
                         AND month < end_month
                      OFFSET 0
                  ) AS counter
                  WHERE NOT earlier
                    AND first_month < end_month
                 UNION ALL
                 SELECT account_id, tips, amount, earning
                   FROM around
                  CROSS JOIN LATERAL (
                      SELECT *
                        FROM tip_performer_days
                       WHERE (website_id = (SELECT website_id FROM asked)
                              OR (SELECT website_id FROM asked) = 'ffffffff-ffff-ffff-ffff-ffffffffffff')
                         AND account_id = ANY (wanted.accounts)
                         AND role = wanted.role
                         AND currency = (SELECT currency FROM chosen)
                         AND day BETWEEN first_day AND last_day
                      OFFSET 0
                  ) AS counter) AS part
          GROUP BY account_id
         HAVING sum(amount) > 0
          ORDER BY sum(amount) DESC, account_id
          LIMIT 10
     ) AS best
)
SELECT jsonb_build_object(
           'currencies', jsonb_build_object(
               'chosen', (SELECT currency FROM chosen),
               'all', (SELECT jsonb_agg(DISTINCT currency) FROM tip_totals WHERE {scope} AND tips > 0)
           ),
           'totals', (SELECT jsonb_agg(to_jsonb(totals)) FROM totals),
           'months', (SELECT jsonb_agg(to_jsonb(months)) FROM months),
           'weeks', (SELECT jsonb_agg(to_jsonb(weeks)) FROM weeks),
           'days', (SELECT jsonb_agg(to_jsonb(days)) FROM days WHERE NOT earlier),
           'types', (SELECT jsonb_agg(to_jsonb(types)) FROM types),
           'levels', (SELECT jsonb_agg(to_jsonb(levels)) FROM levels),
           'performers', (SELECT jsonb_agg(to_jsonb(performers)) FROM performers)
       )
