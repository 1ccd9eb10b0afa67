-- See Dashboard for asked, spans and the scope. Plan: each counter by its key, no facts.
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
), totals AS (
    SELECT status,
           order_type,
           sum(orders) AS orders,
           sum(needs_approval) AS needs_approval,
           sum(needs_estimation) AS needs_estimation,
           coalesce(sum(valued) FILTER (WHERE currency = (SELECT currency FROM chosen)), 0) AS valued,
           coalesce(sum(value) FILTER (WHERE currency = (SELECT currency FROM chosen)), 0) AS value
      FROM special_order_totals
     WHERE {scope}
     GROUP BY status, order_type
    HAVING sum(orders) > 0
), recent AS (
    SELECT spans.earlier,
           sum(orders) AS orders,
           sum(completed) AS completed,
           coalesce(sum(revenue) FILTER (WHERE currency = (SELECT currency FROM chosen)), 0) AS revenue
      FROM spans
     CROSS JOIN LATERAL (
         -- OFFSET 0: a range of the key for each span, rather than all days first and the spans then.
         SELECT * FROM special_order_days WHERE {scope} AND day BETWEEN first_day AND last_day OFFSET 0
     ) AS counter
     GROUP BY spans.earlier
)
SELECT jsonb_build_object(
           'currencies', jsonb_build_object(
               'chosen', (SELECT currency FROM chosen),
               'all', (SELECT jsonb_agg(DISTINCT currency) FROM special_order_totals WHERE {scope} AND orders > 0)
           ),
           'totals', (SELECT jsonb_agg(to_jsonb(totals)) FROM totals),
           'recent', (SELECT jsonb_agg(to_jsonb(recent)) FROM recent),
           'pending_installments', (
               SELECT coalesce(sum(installments), 0) FROM special_order_due_days WHERE {scope} AND NOT paid
           )
       )
