-- See Dashboard for asked, spans and the scope. Plan: the days on which anything is due by their key, no facts.
WITH chosen AS (
    SELECT coalesce(
               (SELECT currency FROM asked),
               (SELECT currency
                  FROM special_order_totals
                 WHERE {scope}
                 GROUP BY currency
                HAVING sum(orders) > 0
                 ORDER BY sum(orders) DESC, currency
                 LIMIT 1)
           ) AS currency
), due AS (
    SELECT paid,
           day,
           installments,
           CASE WHEN currency = (SELECT currency FROM chosen) THEN amount ELSE 0 END AS amount
      FROM special_order_due_days
     WHERE {scope}
       AND installments > 0
), totals AS (
    SELECT coalesce(sum(installments) FILTER (WHERE paid), 0) AS paid,
           coalesce(sum(amount) FILTER (WHERE paid), 0) AS paid_amount,
           coalesce(sum(installments) FILTER (WHERE NOT paid), 0) AS unpaid,
           coalesce(sum(amount) FILTER (WHERE NOT paid), 0) AS unpaid_amount,
           coalesce(sum(installments) FILTER (WHERE NOT paid AND day < (SELECT today FROM asked)), 0) AS overdue,
           coalesce(sum(amount) FILTER (WHERE NOT paid AND day < (SELECT today FROM asked)), 0) AS overdue_amount
      FROM due
), weeks AS (
    SELECT date_trunc('week', day::timestamp)::date AS week,
           sum(installments) AS installments,
           sum(amount) AS amount
      FROM due
     WHERE NOT paid
       AND day >= (SELECT today FROM asked)
     GROUP BY week
)
SELECT jsonb_build_object(
           'currencies', jsonb_build_object(
               'chosen', (SELECT currency FROM chosen),
               'all', (SELECT jsonb_agg(DISTINCT currency) FROM special_order_totals WHERE {scope} AND orders > 0)
           ),
           'totals', (SELECT to_jsonb(totals) FROM totals),
           'weeks', (SELECT jsonb_agg(to_jsonb(weeks)) FROM weeks)
       )
