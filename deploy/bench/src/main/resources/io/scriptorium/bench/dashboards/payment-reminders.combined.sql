-- The same numbers after the Django dashboard's optimisation round.
SELECT count(*), count(*) FILTER (WHERE active)
  FROM reminder_config_fact
 WHERE NOT deleted {scope};
SELECT count(*), count(*) FILTER (WHERE active)
  FROM deletion_message_fact
 WHERE NOT deleted {scope};
SELECT count(*), count(*) FILTER (WHERE sent_day > current_date - 7)
  FROM reminder_fact
 WHERE NOT deleted {scope}
   AND status = 'sent';
