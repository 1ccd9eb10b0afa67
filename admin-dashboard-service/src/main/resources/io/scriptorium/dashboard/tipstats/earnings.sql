-- See Dashboard for asked, spans and the scope. Plan: the whole months of the spans, and the days around them, by their
-- keys; no facts.
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
), parts AS (
    SELECT earlier, month, currency, type, level, tips, amount, earning, profit, refunded, earning_refunded
      FROM spans
     CROSS JOIN LATERAL (
         -- OFFSET 0: a range of the key for each span, rather than all days first and the spans then.
         SELECT * FROM tip_months WHERE {scope} AND month >= first_month AND month < end_month OFFSET 0
     ) AS counter
    UNION ALL
    SELECT earlier, date_trunc('month', day::timestamp)::date,
           currency, type, level, tips, amount, earning, profit, refunded, earning_refunded
      FROM spans
     CROSS JOIN LATERAL (
         -- OFFSET 0: a range of the key for each span, rather than all days first and the spans then.
         SELECT * FROM tip_days WHERE {scope} AND day >= first_day AND day < first_month OFFSET 0
     ) AS counter
     WHERE status = 'completed'
    UNION ALL
    SELECT earlier, date_trunc('month', day::timestamp)::date,
           currency, type, level, tips, amount, earning, profit, refunded, earning_refunded
      FROM spans
     CROSS JOIN LATERAL (
         -- OFFSET 0: a range of the key for each span, rather than all days first and the spans then.
         SELECT * FROM tip_days WHERE {scope} AND day >= end_month AND day <= last_day OFFSET 0
     ) AS counter
     WHERE status = 'completed'
), completed AS (
    SELECT earlier,
           month,
           type,
           level,
           tips,
           CASE WHEN chosen THEN tips ELSE 0 END AS tips_in_currency,
           CASE WHEN chosen THEN amount ELSE 0 END AS amount,
           CASE WHEN chosen THEN earning ELSE 0 END AS earning,
           CASE WHEN chosen THEN profit ELSE 0 END AS profit,
           CASE WHEN chosen THEN refunded ELSE 0 END AS refunded,
           CASE WHEN chosen THEN earning_refunded ELSE 0 END AS earning_refunded
      FROM parts
     CROSS JOIN LATERAL (VALUES (currency = (SELECT currency FROM chosen))) AS counted (chosen)
     WHERE tips > 0
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
