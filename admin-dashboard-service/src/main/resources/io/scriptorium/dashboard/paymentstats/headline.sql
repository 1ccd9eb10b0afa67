-- See Headline for totals and spans. Plan: the counters by their keys, of each span its days.
SELECT jsonb_build_object(
           'totals', (
               SELECT jsonb_build_object(
                          'total_payments', coalesce(sum(payments), 0),
                          'paid_payments', coalesce(sum(paid), 0),
                          'pending_payments', coalesce(sum(payments) FILTER (WHERE status IN ('pending', 'processing')), 0),
                          'failed_payments', coalesce(sum(payments) FILTER (WHERE status = 'failed'), 0),
                          'total_paid', coalesce(sum(paid_amount) FILTER (WHERE currency = (SELECT currency FROM asked)), 0)::numeric(30, 2),
                          'total_refunded', coalesce(sum(refunded) FILTER (WHERE currency = (SELECT currency FROM asked)), 0)::numeric(30, 2),
                          'net_revenue', coalesce(sum(paid_amount - refunded) FILTER (WHERE currency = (SELECT currency FROM asked)), 0)::numeric(30, 2)
                      )
                 FROM payment_totals
                WHERE {scope}
           ),
           'spans', (
               SELECT jsonb_object_agg(CASE WHEN earlier THEN 'earlier' ELSE 'recent' END, to_jsonb(sums) - 'earlier')
                 FROM (SELECT spans.earlier,
                              coalesce(sum(paid), 0) AS paid,
                              coalesce(sum(paid_amount) FILTER (WHERE currency = (SELECT currency FROM asked)), 0)::numeric(30, 2) AS revenue,
                              coalesce(sum(refunded) FILTER (WHERE currency = (SELECT currency FROM asked)), 0)::numeric(30, 2) AS refunded
                         FROM spans
                         LEFT JOIN LATERAL (
                             -- Without OFFSET 0 the days of all time are read, and compared with the spans.
                             SELECT *
                               FROM payment_days
                              WHERE {scope}
                                AND day BETWEEN first_day AND last_day
                             OFFSET 0
                         ) AS counter ON TRUE
                        GROUP BY spans.earlier) AS sums
           )
       )
