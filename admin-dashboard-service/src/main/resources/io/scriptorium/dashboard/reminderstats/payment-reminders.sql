-- See Dashboard for asked, spans and the scope. Plan: the counters by their keys; of the facts the configurations only.
WITH config_totals AS (
    SELECT active, configs FROM reminder_config_totals WHERE {scope}
), message_totals AS (
    SELECT active, messages FROM deletion_message_totals WHERE {scope}
), totals AS (
    SELECT kind, status, outcome, reminders, by_email, by_notification
      FROM reminder_totals
     WHERE {scope}
       AND reminders > 0
), days AS (
    SELECT day, kind, sent, by_email, by_notification
      FROM reminder_days
     WHERE {scope}
       AND day BETWEEN (SELECT min(first_day) FROM spans) AND (SELECT max(last_day) FROM spans)
), sent AS (
    SELECT config_id,
           sum(sent) AS sent,
           coalesce(sum(sent) FILTER (WHERE outcome = 'paid'), 0) AS paid,
           coalesce(sum(sent) FILTER (WHERE outcome = 'expired'), 0) AS expired,
           coalesce(sum(sent) FILTER (WHERE outcome = 'open'), 0) AS open
      FROM reminder_config_outcomes
     WHERE {scope}
       AND sent > 0
     GROUP BY config_id
), listed AS (
    SELECT config_id FROM sent
    UNION
    SELECT id FROM reminder_config_fact WHERE {scope} AND NOT deleted
    UNION
    SELECT id
      FROM reminder_config_fact
     WHERE (SELECT website_id FROM asked) = 'ffffffff-ffff-ffff-ffff-ffffffffffff'
       AND NOT deleted
), most AS (
    SELECT listed.config_id, sent.sent, sent.paid, sent.expired, sent.open
      FROM listed
      LEFT JOIN sent ON sent.config_id = listed.config_id
     ORDER BY sent.sent DESC NULLS LAST, listed.config_id
     LIMIT 1000
), by_config AS (
    -- A configuration that was deleted keeps its name here as long as something was sent by it.
    SELECT most.config_id,
           config.website_id,
           config.name,
           config.deadline_percentage,
           coalesce(config.active AND NOT config.deleted, FALSE) AS active,
           coalesce(most.sent, 0) AS sent,
           coalesce(most.paid, 0) AS paid,
           coalesce(most.expired, 0) AS expired,
           coalesce(most.open, 0) AS open
      FROM most
      LEFT JOIN LATERAL (
          -- The limit makes it one look into the key for each, instead of a scan of all.
          SELECT website_id, name, deadline_percentage, active, deleted
            FROM reminder_config_fact
           WHERE id = most.config_id
           LIMIT 1
      ) AS config ON TRUE
)
SELECT jsonb_build_object(
           'configs', (SELECT jsonb_agg(to_jsonb(config_totals)) FROM config_totals),
           'messages', (SELECT jsonb_agg(to_jsonb(message_totals)) FROM message_totals),
           'totals', (SELECT jsonb_agg(to_jsonb(totals)) FROM totals),
           'recent', (
               SELECT coalesce(sum(sent), 0)
                 FROM reminder_days
                WHERE {scope}
                  AND kind = 'reminder'
                  AND day BETWEEN (SELECT today - 6 FROM asked) AND (SELECT today FROM asked)
           ),
           'days', (SELECT jsonb_agg(to_jsonb(days)) FROM days),
           'by_config', (SELECT jsonb_agg(to_jsonb(by_config)) FROM by_config)
       )
