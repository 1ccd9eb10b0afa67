-- See Dashboard for asked, spans and the scope. Plan: totals and days by their keys, no facts.
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
), totals AS (
    SELECT status,
           type,
           level,
           tips,
           percentage,
           CASE WHEN chosen THEN tips ELSE 0 END AS tips_in_currency,
           CASE WHEN chosen THEN amount ELSE 0 END AS amount,
           CASE WHEN chosen THEN earning ELSE 0 END AS earning,
           CASE WHEN chosen THEN profit ELSE 0 END AS profit
      FROM tip_totals
     CROSS JOIN LATERAL (VALUES (currency = (SELECT currency FROM chosen))) AS counted (chosen)
     WHERE {scope}
       AND tips > 0
), summary AS (
    SELECT sum(tips) AS tips,
           sum(tips_in_currency) AS tips_in_currency,
           sum(amount) AS amount,
           sum(earning) AS earning,
           sum(profit) AS profit,
           sum(percentage) AS percentage
      FROM totals
    HAVING count(*) > 0
), statuses AS (
    SELECT status AS name,
           sum(tips) AS tips,
           sum(tips_in_currency) AS tips_in_currency,
           sum(amount) AS amount,
           sum(earning) AS earning,
           sum(profit) AS profit
      FROM totals
     GROUP BY status
), types AS (
    SELECT type AS name,
           sum(tips) AS tips,
           sum(tips_in_currency) AS tips_in_currency,
           sum(amount) AS amount,
           sum(earning) AS earning,
           sum(profit) AS profit
      FROM totals
     GROUP BY type
), levels AS (
    SELECT level AS name,
           sum(tips) AS tips,
           sum(tips_in_currency) AS tips_in_currency,
           sum(amount) AS amount,
           sum(earning) AS earning,
           sum(profit) AS profit
      FROM totals
     GROUP BY level
), recent AS (
    SELECT earlier,
           sum(tips) AS tips,
           sum(CASE WHEN chosen THEN tips ELSE 0 END) AS tips_in_currency,
           sum(CASE WHEN chosen THEN amount ELSE 0 END) AS amount,
           sum(CASE WHEN chosen THEN earning ELSE 0 END) AS earning,
           sum(CASE WHEN chosen THEN profit ELSE 0 END) AS profit
      FROM spans
     CROSS JOIN LATERAL (
         -- OFFSET 0: a range of the key for each span, rather than all days first and the spans then.
         SELECT * FROM tip_days WHERE {scope} AND day BETWEEN first_day AND last_day OFFSET 0
     ) AS counter
     CROSS JOIN LATERAL (VALUES (currency = (SELECT currency FROM chosen))) AS counted (chosen)
     GROUP BY earlier
)
SELECT jsonb_build_object(
           'currencies', jsonb_build_object(
               'chosen', (SELECT currency FROM chosen),
               'all', (SELECT jsonb_agg(DISTINCT currency) FROM tip_totals WHERE {scope} AND tips > 0)
           ),
           'summary', (SELECT to_jsonb(summary) FROM summary),
           'statuses', (SELECT jsonb_agg(to_jsonb(statuses)) FROM statuses),
           'types', (SELECT jsonb_agg(to_jsonb(types)) FROM types),
           'levels', (SELECT jsonb_agg(to_jsonb(levels)) FROM levels),
           'recent', (SELECT jsonb_agg(to_jsonb(recent)) FROM recent)
       )
