-- See Dashboard for asked, spans and the scope. Plan: the counters by their keys, never a payment.
WITH chosen AS (
    SELECT coalesce(
               (SELECT currency FROM asked),
               (SELECT currency
                  FROM payment_totals
                 WHERE {scope}
                   AND payments > 0
                 GROUP BY currency
                 ORDER BY sum(payments) DESC, currency
                 LIMIT 1)
           ) AS currency
), totals AS (
    SELECT kind,
           status,
           sum(payments) AS payments,
           sum(paid) AS paid,
           sum(paid) FILTER (WHERE counter.currency = chosen.currency) AS paid_in_currency,
           sum(amount) FILTER (WHERE counter.currency = chosen.currency) AS amount,
           sum(paid_amount) FILTER (WHERE counter.currency = chosen.currency) AS paid_amount,
           sum(refunded) FILTER (WHERE counter.currency = chosen.currency) AS refunded
      FROM payment_totals AS counter
     CROSS JOIN chosen
     WHERE {scope}
       AND payments > 0
     GROUP BY kind, status
), days AS (
    SELECT day,
           sum(created) AS payments,
           sum(paid) AS paid,
           sum(paid_amount) FILTER (WHERE counter.currency = chosen.currency) AS revenue,
           sum(refunds) AS refunds,
           sum(refunded) FILTER (WHERE counter.currency = chosen.currency) AS refunded
      FROM payment_days AS counter
     CROSS JOIN chosen
     WHERE {scope}
       AND day BETWEEN (SELECT min(first_day) FROM spans) AND (SELECT max(last_day) FROM spans)
     GROUP BY day
), beginnings AS (
    SELECT today,
           date_trunc('week', today)::date AS week,
           date_trunc('week', today)::date - 7 AS two_weeks,
           date_trunc('month', today)::date AS month
      FROM asked
), recently AS (
    SELECT day, sum(paid) AS paid, sum(paid_amount) FILTER (WHERE counter.currency = chosen.currency) AS amount
      FROM payment_days AS counter
     CROSS JOIN chosen
     WHERE {scope}
       AND day BETWEEN (SELECT least(two_weeks, month) FROM beginnings) AND (SELECT today FROM asked)
     GROUP BY day
), paid AS (
    SELECT coalesce(sum(paid) FILTER (WHERE day = today), 0) AS today,
           coalesce(sum(amount) FILTER (WHERE day = today), 0) AS today_amount,
           coalesce(sum(paid) FILTER (WHERE day >= week), 0) AS this_week,
           coalesce(sum(amount) FILTER (WHERE day >= week), 0) AS this_week_amount,
           coalesce(sum(paid) FILTER (WHERE day >= two_weeks), 0) AS two_weeks,
           coalesce(sum(amount) FILTER (WHERE day >= two_weeks), 0) AS two_weeks_amount,
           coalesce(sum(paid) FILTER (WHERE day >= month), 0) AS this_month,
           coalesce(sum(amount) FILTER (WHERE day >= month), 0) AS this_month_amount
      FROM recently
     CROSS JOIN beginnings
)
SELECT jsonb_build_object(
           'currencies', jsonb_build_object(
               'chosen', (SELECT currency FROM chosen),
               'all', (SELECT jsonb_agg(DISTINCT currency) FROM payment_totals WHERE {scope} AND payments > 0)
           ),
           'totals', (SELECT jsonb_agg(to_jsonb(totals)) FROM totals),
           'days', (SELECT jsonb_agg(to_jsonb(days)) FROM days),
           'paid', (SELECT to_jsonb(paid) FROM paid)
       )
