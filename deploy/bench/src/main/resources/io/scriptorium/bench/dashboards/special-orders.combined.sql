-- The same numbers after the Django dashboard's optimisation round.
SELECT count(*),
       count(*) FILTER (WHERE status = 'inquiry'),
       count(*) FILTER (WHERE status = 'awaiting_approval'),
       count(*) FILTER (WHERE status = 'in_progress'),
       count(*) FILTER (WHERE status = 'completed'),
       count(*) FILTER (WHERE NOT approved),
       count(*) FILTER (WHERE day > current_date - 30),
       sum(value) FILTER (WHERE status = 'completed'),
       avg(value) FILTER (WHERE status = 'completed')
  FROM special_order_fact
 WHERE NOT deleted {scope};
SELECT order_type, count(*)
  FROM special_order_fact
 WHERE NOT deleted {scope}
 GROUP BY order_type;
