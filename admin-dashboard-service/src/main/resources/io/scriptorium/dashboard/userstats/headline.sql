-- See Headline for totals and spans. Plan: the counters by their keys.
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
                         LEFT JOIN user_days ON {scope} AND day BETWEEN first_day AND last_day
                        GROUP BY spans.earlier) AS sums
           )
       )
