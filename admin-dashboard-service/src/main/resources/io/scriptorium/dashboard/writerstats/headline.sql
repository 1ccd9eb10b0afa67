-- See Headline for totals and spans. Plan: the counters by their keys, of each span its days.
SELECT jsonb_build_object(
           'totals', (
               SELECT jsonb_build_object(
                          'total_writers', coalesce(sum(writers), 0),
                          'active_writers', coalesce(sum(writers) FILTER (WHERE status IN ('active', 'probation')), 0),
                          'available_writers', coalesce(sum(writers) FILTER (WHERE status IN ('active', 'probation') AND available), 0),
                          'avg_rating', coalesce(sum(ratings) / nullif(sum(rated), 0), 0),
                          'open_order_requests', (
                              SELECT coalesce(sum(requests), 0) FROM order_request_totals WHERE {scope} AND status = 'open'
                          ),
                          'approval_rate', (
                              SELECT coalesce(100.0 * sum(requests) FILTER (WHERE status = 'approved') / nullif(sum(requests), 0), 0)
                                FROM order_request_totals
                               WHERE {scope}
                                 AND status IN ('approved', 'rejected')
                          )
                      )
                 FROM writer_totals
                WHERE {scope}
           ),
           'spans', (
               SELECT jsonb_object_agg(CASE WHEN earlier THEN 'earlier' ELSE 'recent' END, to_jsonb(sums) - 'earlier')
                 FROM (SELECT spans.earlier,
                              coalesce(sum(writers), 0) AS new_writers
                         FROM spans
                         LEFT JOIN LATERAL (
                             -- Without OFFSET 0 the days of all time are read, and compared with the spans.
                             SELECT *
                               FROM writer_days
                              WHERE {scope}
                                AND day BETWEEN first_day AND last_day
                             OFFSET 0
                         ) AS counter ON TRUE
                        GROUP BY spans.earlier) AS sums
           )
       )
