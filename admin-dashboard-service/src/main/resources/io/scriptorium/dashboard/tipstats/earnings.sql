-- See Dashboard for asked, spans and the scope. Plan: the whole months of the spans, and the days around them, by their
-- keys; no facts. All are added up once, and the rest is made of these sums.
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
), around AS (
    SELECT earlier, edge.first_day, edge.last_day
      FROM spans
     CROSS JOIN LATERAL (VALUES (first_day, first_month - 1), (end_month, last_day)) AS edge (first_day, last_day)
), parts AS (
    SELECT earlier, month, currency, type, level, tips, amount, earning, profit, refunded, earning_refunded
      FROM spans
     CROSS JOIN LATERAL (
         -- OFFSET 0: a range of the key for each span, rather than all days first and the spans then.
         SELECT * FROM tip_months WHERE {scope} AND month >= first_month AND month < end_month OFFSET 0
     ) AS counter
    UNION ALL
    SELECT earlier,
           date_trunc('month', day::timestamp)::date,
           currency,
           type,
           level,
           completed,
           completed_amount,
           completed_earning,
           completed_profit,
           refunded,
           earning_refunded
      FROM around
     CROSS JOIN LATERAL (
         SELECT * FROM tip_days WHERE {scope} AND day BETWEEN first_day AND last_day OFFSET 0
     ) AS counter
), completed AS (
    SELECT earlier,
           month,
           type,
           level,
           sum(tips) AS tips,
           sum(CASE WHEN chosen THEN tips ELSE 0 END) AS tips_in_currency,
           sum(CASE WHEN chosen THEN amount ELSE 0 END) AS amount,
           sum(CASE WHEN chosen THEN earning ELSE 0 END) AS earning,
           sum(CASE WHEN chosen THEN profit ELSE 0 END) AS profit,
           sum(CASE WHEN chosen THEN refunded ELSE 0 END) AS refunded,
           sum(CASE WHEN chosen THEN earning_refunded ELSE 0 END) AS earning_refunded
      FROM parts
     CROSS JOIN LATERAL (VALUES (currency = (SELECT currency FROM chosen))) AS counted (chosen)
     WHERE tips > 0
     GROUP BY earlier, month, type, level
), overall AS (
    SELECT earlier,
           sum(tips) AS tips,
           sum(tips_in_currency) AS tips_in_currency,
           sum(amount) AS amount,
           sum(earning) AS earning,
           sum(profit) AS profit,
           sum(refunded) AS refunded,
           sum(earning_refunded) AS earning_refunded
      FROM completed
     GROUP BY earlier
), levels AS (
    SELECT level AS name,
           sum(tips) AS tips,
           sum(tips_in_currency) AS tips_in_currency,
           sum(amount) AS amount,
           sum(earning) AS earning,
           sum(profit) AS profit,
           sum(refunded) AS refunded,
           sum(earning_refunded) AS earning_refunded
      FROM completed
     WHERE NOT earlier
     GROUP BY level
), types AS (
    SELECT type AS name,
           sum(tips) AS tips,
           sum(tips_in_currency) AS tips_in_currency,
           sum(amount) AS amount,
           sum(earning) AS earning,
           sum(profit) AS profit,
           sum(refunded) AS refunded,
           sum(earning_refunded) AS earning_refunded
      FROM completed
     WHERE NOT earlier
     GROUP BY type
), months AS (
    SELECT month AS start,
           sum(tips) AS tips,
           sum(tips_in_currency) AS tips_in_currency,
           sum(amount) AS amount,
           sum(earning) AS earning,
           sum(profit) AS profit,
           sum(refunded) AS refunded,
           sum(earning_refunded) AS earning_refunded
      FROM completed
     WHERE NOT earlier
     GROUP BY month
)
SELECT jsonb_build_object(
           'currencies', jsonb_build_object(
               'chosen', (SELECT currency FROM chosen),
               'all', (SELECT jsonb_agg(DISTINCT currency) FROM tip_totals WHERE {scope} AND tips > 0)
           ),
           'overall', (SELECT jsonb_agg(to_jsonb(overall)) FROM overall),
           'levels', (SELECT jsonb_agg(to_jsonb(levels)) FROM levels),
           'types', (SELECT jsonb_agg(to_jsonb(types)) FROM types),
           'months', (SELECT jsonb_agg(to_jsonb(months)) FROM months)
       )
