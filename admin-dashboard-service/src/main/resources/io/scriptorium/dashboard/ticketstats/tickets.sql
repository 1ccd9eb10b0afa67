-- See Dashboard for asked, spans and the scope. Plan: the counters by their keys; of the tickets one row of an index.
WITH totals AS (
    SELECT status, category, priority, tickets FROM ticket_totals WHERE {scope} AND tickets > 0
), assignees AS (
    SELECT assigned_to,
           sum(tickets) AS tickets,
           coalesce(sum(tickets) FILTER (WHERE status IN ('open', 'in_progress')), 0) AS open_tickets
      FROM ticket_assignees
     WHERE {scope}
       AND tickets > 0
     GROUP BY assigned_to
     ORDER BY open_tickets DESC, tickets DESC, assigned_to
     LIMIT 1000
), days AS (
    SELECT day, opened, resolved, closed
      FROM ticket_days
     WHERE {scope}
       AND day BETWEEN (SELECT min(first_day) FROM spans) AND (SELECT max(last_day) FROM spans)
), resolutions AS (
    SELECT spans.earlier, counter.bucket, sum(counter.tickets) AS tickets
      FROM spans
     CROSS JOIN LATERAL (
         SELECT bucket, tickets
           FROM ticket_resolutions
          WHERE {scope}
            AND day BETWEEN spans.first_day AND spans.last_day
            AND tickets > 0
         OFFSET 0
     ) AS counter
     GROUP BY spans.earlier, counter.bucket
), oldest AS (
    (SELECT created_at
       FROM ticket_fact
      WHERE {scope}
        AND NOT deleted
        AND status IN ('open', 'in_progress')
      ORDER BY created_at
      LIMIT 1)
    UNION ALL
    (SELECT created_at
       FROM ticket_fact
      WHERE (SELECT website_id FROM asked) = 'ffffffff-ffff-ffff-ffff-ffffffffffff'
        AND NOT deleted
        AND status IN ('open', 'in_progress')
      ORDER BY created_at
      LIMIT 1)
)
SELECT jsonb_build_object(
           'totals', (SELECT jsonb_agg(to_jsonb(totals)) FROM totals),
           'assignees', (SELECT jsonb_agg(to_jsonb(assignees)) FROM assignees),
           'days', (SELECT jsonb_agg(to_jsonb(days)) FROM days),
           'resolutions', (SELECT jsonb_agg(to_jsonb(resolutions)) FROM resolutions),
           'oldest', (SELECT created_at FROM oldest)
       )
