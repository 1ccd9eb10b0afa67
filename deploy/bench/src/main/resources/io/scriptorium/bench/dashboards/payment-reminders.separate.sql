-- One query a number, as the Django dashboard began.
SELECT count(*)
  FROM reminder_config_fact
 WHERE NOT deleted {scope};
SELECT count(*)
  FROM reminder_config_fact
 WHERE NOT deleted {scope}
   AND active;
SELECT count(*)
  FROM deletion_message_fact
 WHERE NOT deleted {scope};
SELECT count(*)
  FROM deletion_message_fact
 WHERE NOT deleted {scope}
   AND active;
SELECT count(*)
  FROM reminder_fact
 WHERE NOT deleted {scope}
   AND status = 'sent';
SELECT count(*)
  FROM reminder_fact
 WHERE NOT deleted {scope}
   AND status = 'sent'
   AND sent_day > current_date - 7;
