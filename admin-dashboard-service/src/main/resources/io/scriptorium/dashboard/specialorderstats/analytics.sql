-- See Dashboard for asked, spans and the scope. Plan: the days of the spans by their key, no facts. Weeks begin on
-- Monday, as Grain has them.
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
), days AS (
    SELECT spans.earlier,
           day,
           status,
           order_type,
           orders,
           approved,
           completion_seconds,
           CASE WHEN status = 'completed' THEN orders ELSE 0 END AS completed,
           CASE
               WHEN status = 'completed' AND currency = (SELECT currency FROM chosen) THEN value
               ELSE 0
           END AS revenue
      FROM spans
     CROSS JOIN LATERAL (
         -- OFFSET 0: a range of the key for each span, rather than all days first and the spans then.
         SELECT * FROM special_order_days WHERE {scope} AND day BETWEEN first_day AND last_day OFFSET 0
     ) AS counter
     WHERE orders > 0
), totals AS (
    SELECT earlier,
           sum(orders) AS orders,
           sum(completed) AS completed,
           sum(revenue) AS revenue,
           sum(approved) AS approved,
           sum(completion_seconds) AS completion_seconds
      FROM days
     GROUP BY earlier
), months AS (
    SELECT date_trunc('month', day::timestamp)::date AS start,
           sum(orders) AS orders,
           sum(completed) AS completed,
           sum(revenue) AS revenue
      FROM days
     WHERE NOT earlier
     GROUP BY start
), weeks AS (
    SELECT date_trunc('week', day::timestamp)::date AS start,
           sum(orders) AS orders,
           sum(completed) AS completed,
           sum(revenue) AS revenue
      FROM days
     WHERE NOT earlier
     GROUP BY start
), types AS (
    SELECT order_type AS name, sum(orders) AS orders, sum(completed) AS completed, sum(revenue) AS revenue
      FROM days
     WHERE NOT earlier
     GROUP BY order_type
), statuses AS (
    SELECT date_trunc('month', day::timestamp)::date AS month, status, sum(orders) AS orders
      FROM days
     WHERE NOT earlier
     GROUP BY month, status
), predefined AS (
    SELECT predefined_type AS name,
           sum(orders) AS orders,
           sum(completed) AS completed,
           coalesce(sum(revenue) FILTER (WHERE currency = (SELECT currency FROM chosen)), 0) AS revenue
      FROM spans
     CROSS JOIN LATERAL (
         -- OFFSET 0: a range of the key for each span, rather than all days first and the spans then.
         SELECT * FROM special_order_type_days WHERE {scope} AND day BETWEEN first_day AND last_day OFFSET 0
     ) AS counter
     WHERE NOT spans.earlier
     GROUP BY predefined_type
    HAVING sum(orders) > 0
     ORDER BY orders DESC, predefined_type
     LIMIT 100
)
SELECT jsonb_build_object(
           'currencies', jsonb_build_object(
               'chosen', (SELECT currency FROM chosen),
               'all', (SELECT jsonb_agg(DISTINCT currency) FROM special_order_totals WHERE {scope} AND orders > 0)
           ),
           'totals', (SELECT jsonb_agg(to_jsonb(totals)) FROM totals),
           'months', (SELECT jsonb_agg(to_jsonb(months)) FROM months),
           'weeks', (SELECT jsonb_agg(to_jsonb(weeks)) FROM weeks),
           'types', (SELECT jsonb_agg(to_jsonb(types)) FROM types),
           'statuses', (SELECT jsonb_agg(to_jsonb(statuses)) FROM statuses),
           'predefined', (SELECT jsonb_agg(to_jsonb(predefined)) FROM predefined)
       )
