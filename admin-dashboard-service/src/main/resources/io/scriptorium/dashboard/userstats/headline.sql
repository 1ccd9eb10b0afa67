-- See Headline for totals and spans. Plan: the counters by their keys, of each span its days.
SELECT jsonb_build_object(
           'totals', (
               SELECT jsonb_build_object(
                          'total_users', coalesce(sum(accounts) FILTER (WHERE role NOT IN ('admin', 'superadmin')), 0),
                          'active_users', coalesce(sum(accounts) FILTER (WHERE role NOT IN ('admin', 'superadmin') AND NOT suspended), 0),
                          'suspended_users', coalesce(sum(accounts) FILTER (WHERE role NOT IN ('admin', 'superadmin') AND suspended), 0),
                          'total_writers', coalesce(sum(accounts) FILTER (WHERE role = 'writer'), 0),
                          'total_editors', coalesce(sum(accounts) FILTER (WHERE role = 'editor'), 0),
                          'total_support', coalesce(sum(accounts) FILTER (WHERE role = 'support'), 0),
                          'total_clients', coalesce(sum(accounts) FILTER (WHERE role = 'client'), 0)
                      )
                 FROM user_totals
                WHERE {scope}
           ),
           'spans', (
               SELECT jsonb_object_agg(CASE WHEN earlier THEN 'earlier' ELSE 'recent' END, to_jsonb(sums) - 'earlier')
                 FROM (SELECT spans.earlier,
                              coalesce(sum(accounts) FILTER (WHERE role NOT IN ('admin', 'superadmin')), 0) AS new_users
                         FROM spans
                         LEFT JOIN LATERAL (
                             -- Without OFFSET 0 the days of all time are read, and compared with the spans.
                             SELECT *
                               FROM user_days
                              WHERE {scope}
                                AND day BETWEEN first_day AND last_day
                             OFFSET 0
                         ) AS counter ON TRUE
                        GROUP BY spans.earlier) AS sums
           )
       )
