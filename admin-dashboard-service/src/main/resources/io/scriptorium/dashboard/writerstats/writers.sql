-- See Dashboard for asked, spans and the scope. Plan: the counters by their keys; the first ten writers of an index each
-- for orders and (in the view of all: of each website) for earnings, however many there are.
WITH sites AS (
    SELECT asked.website_id AS id, (SELECT currency FROM website_fact WHERE id = asked.website_id) AS currency
      FROM asked
     WHERE asked.website_id <> 'ffffffff-ffff-ffff-ffff-ffffffffffff'
    UNION ALL
    SELECT id, currency
      FROM website_fact
     WHERE (SELECT website_id FROM asked) = 'ffffffff-ffff-ffff-ffff-ffffffffffff'
), chosen AS (
    SELECT coalesce(
               (SELECT currency FROM asked),
               (SELECT currency
                  FROM sites
                 WHERE currency IS NOT NULL
                 GROUP BY currency
                 ORDER BY count(*) DESC, currency
                 LIMIT 1)
           ) AS currency
), totals AS (
    SELECT status, level, available, writers, rated, ratings, reviews, completed_orders, active_orders
      FROM writer_totals
     WHERE {scope}
       AND writers > 0
), request_totals AS (
    SELECT status, requests FROM order_request_totals WHERE {scope} AND requests > 0
), days AS (
    SELECT day, writers
      FROM writer_days
     WHERE {scope}
       AND day BETWEEN (SELECT min(first_day) FROM spans) AND (SELECT max(last_day) FROM spans)
), request_days AS (
    SELECT day, requested, approved, rejected
      FROM order_request_days
     WHERE {scope}
       AND day BETWEEN (SELECT min(first_day) FROM spans) AND (SELECT max(last_day) FROM spans)
), by_orders AS (
    (SELECT id, website_id, writer_id, registration_id, pen_name, level, rating, completed_orders, NULL AS earnings
       FROM writer_fact
      WHERE {scope}
        AND NOT deleted
        AND completed_orders > 0
      ORDER BY completed_orders DESC, id
      LIMIT 10)
    UNION ALL
    (SELECT id, website_id, writer_id, registration_id, pen_name, level, rating, completed_orders, NULL
       FROM writer_fact
      WHERE (SELECT website_id FROM asked) = 'ffffffff-ffff-ffff-ffff-ffffffffffff'
        AND NOT deleted
        AND completed_orders > 0
      ORDER BY completed_orders DESC, id
      LIMIT 10)
), by_earnings AS (
    SELECT top.*
      FROM sites
     CROSS JOIN LATERAL (
         SELECT id, website_id, writer_id, registration_id, pen_name, level, rating, completed_orders, earnings
           FROM writer_fact
          WHERE website_id = sites.id
            AND NOT deleted
            AND earnings > 0
          ORDER BY earnings DESC, id
          LIMIT 10
     ) AS top
     WHERE sites.currency = (SELECT currency FROM chosen)
     ORDER BY top.earnings DESC, top.id
     LIMIT 10
)
SELECT jsonb_build_object(
           'currencies', jsonb_build_object(
               'chosen', (SELECT currency FROM chosen),
               'all', (SELECT jsonb_agg(DISTINCT currency) FROM sites WHERE currency IS NOT NULL)
           ),
           'totals', (SELECT jsonb_agg(to_jsonb(totals)) FROM totals),
           'earnings', (
               SELECT coalesce(sum(counter.earnings), 0)
                 FROM sites
                 JOIN writer_totals AS counter ON counter.website_id = sites.id
                WHERE sites.currency = (SELECT currency FROM chosen)
           ),
           'requests', (SELECT jsonb_agg(to_jsonb(request_totals)) FROM request_totals),
           'days', (SELECT jsonb_agg(to_jsonb(days)) FROM days),
           'request_days', (SELECT jsonb_agg(to_jsonb(request_days)) FROM request_days),
           'by_orders', (SELECT jsonb_agg(to_jsonb(by_orders) ORDER BY completed_orders DESC, id) FROM by_orders),
           'by_earnings', (SELECT jsonb_agg(to_jsonb(by_earnings) ORDER BY earnings DESC, id) FROM by_earnings)
       )
