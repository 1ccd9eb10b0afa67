-- See Headline for totals and spans. Plan: the counters by their keys, of each span its days.
SELECT jsonb_build_object(
           'totals', (
               SELECT jsonb_build_object(
                          'total_reminder_configs', (
                              SELECT coalesce(sum(configs), 0) FROM reminder_config_totals WHERE {scope}
                          ),
                          'active_reminder_configs', (
                              SELECT coalesce(sum(configs), 0) FROM reminder_config_totals WHERE {scope} AND active
                          ),
                          'total_deletion_messages', (
                              SELECT coalesce(sum(messages), 0) FROM deletion_message_totals WHERE {scope}
                          ),
                          'active_deletion_messages', (
                              SELECT coalesce(sum(messages), 0) FROM deletion_message_totals WHERE {scope} AND active
                          ),
                          'total_sent_reminders', (
                              SELECT coalesce(sum(reminders), 0)
                                FROM reminder_totals
                               WHERE {scope}
                                 AND kind = 'reminder'
                                 AND status = 'sent'
                          ),
                          'recent_sent_reminders', (
                              SELECT coalesce(sum(sent), 0)
                                FROM reminder_days
                               WHERE {scope}
                                 AND kind = 'reminder'
                                 AND day BETWEEN (SELECT today - 6 FROM asked) AND (SELECT today FROM asked)
                          )
                      )
           ),
           'spans', (
               SELECT jsonb_object_agg(CASE WHEN earlier THEN 'earlier' ELSE 'recent' END, to_jsonb(sums) - 'earlier')
                 FROM (SELECT spans.earlier,
                              coalesce(sum(sent) FILTER (WHERE kind = 'reminder'), 0) AS sent_reminders
                         FROM spans
                         LEFT JOIN LATERAL (
                             -- Without OFFSET 0 the days of all time are read, and compared with the spans.
                             SELECT *
                               FROM reminder_days
                              WHERE {scope}
                                AND day BETWEEN first_day AND last_day
                             OFFSET 0
                         ) AS counter ON TRUE
                        GROUP BY spans.earlier) AS sums
           )
       )
