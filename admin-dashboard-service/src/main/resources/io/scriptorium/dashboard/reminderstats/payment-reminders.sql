-- See Dashboard for asked, spans and the scope. Plan: the counters by their keys; of the facts the configurations only.
WITH configs AS (
    SELECT active, configs FROM reminder_config_totals WHERE {scope}
), messages AS (
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
), by_config AS (
    -- A configuration that was deleted keeps its name here as long as something was sent by it.
    SELECT listed.config_id,
           config.website_id,
           config.name,
           config.deadline_percentage,
           coalesce(config.active AND NOT config.deleted, FALSE) AS active,
           coalesce(sent.sent, 0) AS sent,
           coalesce(sent.paid, 0) AS paid,
           coalesce(sent.expired, 0) AS expired,
           coalesce(sent.open, 0) AS open
      FROM listed
      LEFT JOIN reminder_config_fact AS config ON config.id = listed.config_id
      LEFT JOIN sent ON sent.config_id = listed.config_id
     ORDER BY coalesce(sent.sent, 0) DESC, config.deadline_percentage, listed.config_id
     LIMIT 1000
)
SELECT jsonb_build_object(
           'configs', (SELECT jsonb_agg(to_jsonb(configs)) FROM configs),
           'messages', (SELECT jsonb_agg(to_jsonb(messages)) FROM messages),
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
