-- See Headline for totals and spans. Plan: the counters by their keys, of each span its days.
SELECT jsonb_build_object(
           'totals', (
               SELECT jsonb_build_object(
                          'total_tickets', coalesce(sum(tickets), 0),
                          'open_tickets', coalesce(sum(tickets) FILTER (WHERE status IN ('open', 'in_progress')), 0)
                      )
                 FROM ticket_totals
                WHERE {scope}
           ),
           'spans', (
               SELECT jsonb_object_agg(CASE WHEN earlier THEN 'earlier' ELSE 'recent' END, to_jsonb(sums) - 'earlier')
                 FROM (SELECT spans.earlier,
                              coalesce(sum(opened), 0) AS opened,
                              coalesce(sum(resolved), 0) AS resolved,
                              coalesce(sum(closed), 0) AS closed
                         FROM spans
                         LEFT JOIN LATERAL (
                             -- Without OFFSET 0 the days of all time are read, and compared with the spans.
                             SELECT *
                               FROM ticket_days
                              WHERE {scope}
                                AND day BETWEEN first_day AND last_day
                             OFFSET 0
                         ) AS counter ON TRUE
                        GROUP BY spans.earlier) AS sums
           )
       )
