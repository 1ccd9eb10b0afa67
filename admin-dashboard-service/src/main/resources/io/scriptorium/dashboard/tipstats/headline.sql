-- See Headline for totals and spans. Plan: the counters by their keys, of each span its days.
SELECT jsonb_build_object(
           'totals', (
               SELECT jsonb_build_object(
                          'total_tips', coalesce(sum(tips), 0),
                          'total_tip_amount', coalesce(sum(amount) FILTER (WHERE currency = (SELECT currency FROM asked)), 0)::numeric(30, 2),
                          'total_writer_earnings', coalesce(sum(earning) FILTER (WHERE currency = (SELECT currency FROM asked)), 0)::numeric(30, 2),
                          'total_platform_profit', coalesce(sum(profit) FILTER (WHERE currency = (SELECT currency FROM asked)), 0)::numeric(30, 2)
                      )
                 FROM tip_totals
                WHERE {scope}
           ),
           'spans', (
               SELECT jsonb_object_agg(CASE WHEN earlier THEN 'earlier' ELSE 'recent' END, to_jsonb(sums) - 'earlier')
                 FROM (SELECT spans.earlier,
                              coalesce(sum(tips), 0) AS recent_tips,
                              coalesce(sum(amount) FILTER (WHERE currency = (SELECT currency FROM asked)), 0)::numeric(30, 2) AS recent_tip_amount
                         FROM spans
                         LEFT JOIN LATERAL (
                             -- Without OFFSET 0 the days of all time are read, and compared with the spans.
                             SELECT *
                               FROM tip_days
                              WHERE {scope}
                                AND day BETWEEN first_day AND last_day
                             OFFSET 0
                         ) AS counter ON TRUE
                        GROUP BY spans.earlier) AS sums
           )
       )
