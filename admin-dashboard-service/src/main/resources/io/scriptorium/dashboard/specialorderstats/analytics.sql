-- See Dashboard for asked, spans and the scope. Weeks begin on Monday, as Grain has them.
--
-- Plan: the days of the spans by their key, without status and type. What is shown by status and type comes from the
-- whole months of the span and from the days around them, all by their keys; no facts.
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
), around AS (
    SELECT edge.first_day, edge.last_day
      FROM spans
     CROSS JOIN LATERAL (VALUES (first_day, first_month - 1), (end_month, last_day)) AS edge (first_day, last_day)
     WHERE NOT earlier
), days AS (
    SELECT earlier,
           day,
           orders,
           completed,
           approved,
           completion_seconds,
           CASE WHEN currency = (SELECT currency FROM chosen) THEN revenue ELSE 0 END AS revenue
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
), parts AS (
    SELECT month, currency, status, order_type, orders, value
      FROM spans
     CROSS JOIN LATERAL (
         SELECT *
           FROM special_order_group_months
          WHERE {scope} AND month >= first_month AND month < end_month
         OFFSET 0
     ) AS counter
     WHERE NOT earlier
    UNION ALL
    SELECT date_trunc('month', day::timestamp)::date, currency, status, order_type, orders, value
      FROM around
     CROSS JOIN LATERAL (
         SELECT * FROM special_order_group_days WHERE {scope} AND day BETWEEN first_day AND last_day OFFSET 0
     ) AS counter
), grouped AS (
    SELECT month, status, order_type, sum(orders) AS orders,
           CASE WHEN status = 'completed' THEN sum(orders) ELSE 0 END AS completed,
           CASE
               WHEN status = 'completed'
               THEN coalesce(sum(value) FILTER (WHERE currency = (SELECT currency FROM chosen)), 0)
               ELSE 0
           END AS revenue
      FROM parts
     WHERE orders > 0
     GROUP BY month, status, order_type
), types AS (
    SELECT order_type AS name, sum(orders) AS orders, sum(completed) AS completed, sum(revenue) AS revenue
      FROM grouped
     GROUP BY order_type
), statuses AS (
    SELECT month, status, sum(orders) AS orders
      FROM grouped
     GROUP BY month, status
), predefined_parts AS (
    SELECT currency, predefined_type, orders, completed, revenue
      FROM spans
     CROSS JOIN LATERAL (
         SELECT *
           FROM special_order_type_months
          WHERE {scope} AND month >= first_month AND month < end_month
         OFFSET 0
     ) AS counter
     WHERE NOT earlier
    UNION ALL
    SELECT currency, predefined_type, orders, completed, revenue
      FROM around
     CROSS JOIN LATERAL (
         SELECT * FROM special_order_type_days WHERE {scope} AND day BETWEEN first_day AND last_day OFFSET 0
     ) AS counter
), predefined AS (
    SELECT predefined_type AS name,
           sum(orders) AS orders,
           sum(completed) AS completed,
           coalesce(sum(revenue) FILTER (WHERE currency = (SELECT currency FROM chosen)), 0) AS revenue
      FROM predefined_parts
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
