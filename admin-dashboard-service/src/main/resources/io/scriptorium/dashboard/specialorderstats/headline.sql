-- See Headline for totals and spans. Plan: the counters by their keys, of each span its days.
SELECT jsonb_build_object(
           'totals', (
               SELECT jsonb_build_object(
                          'total_orders', coalesce(sum(orders), 0),
                          'inquiry_orders', coalesce(sum(orders) FILTER (WHERE status = 'inquiry'), 0),
                          'awaiting_approval', coalesce(sum(orders) FILTER (WHERE status = 'awaiting_approval'), 0),
                          'in_progress', coalesce(sum(orders) FILTER (WHERE status = 'in_progress'), 0),
                          'completed', coalesce(sum(orders) FILTER (WHERE status = 'completed'), 0),
                          'needs_approval', coalesce(sum(needs_approval), 0),
                          'needs_estimation', coalesce(sum(needs_estimation), 0),
                          'total_revenue', coalesce(sum(value) FILTER (WHERE status = 'completed' AND currency = (SELECT currency FROM asked)), 0)::numeric(30, 2),
                          'pending_installments', (
                              SELECT coalesce(sum(installments), 0) FROM special_order_due_days WHERE {scope} AND NOT paid
                          )
                      )
                 FROM special_order_totals
                WHERE {scope}
           ),
           'spans', (
               SELECT jsonb_object_agg(CASE WHEN earlier THEN 'earlier' ELSE 'recent' END, to_jsonb(sums) - 'earlier')
                 FROM (SELECT spans.earlier,
                              coalesce(sum(orders), 0) AS recent_orders
                         FROM spans
                         LEFT JOIN LATERAL (
                             -- Without OFFSET 0 the days of all time are read, and compared with the spans.
                             SELECT *
                               FROM special_order_days
                              WHERE {scope}
                                AND day BETWEEN first_day AND last_day
                             OFFSET 0
                         ) AS counter ON TRUE
                        GROUP BY spans.earlier) AS sums
           )
       )
