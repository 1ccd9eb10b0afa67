-- One query a number, as the Django dashboard began.
SELECT count(*)
  FROM special_order_fact
 WHERE NOT deleted {scope};
SELECT count(*)
  FROM special_order_fact
 WHERE NOT deleted {scope}
   AND status = 'inquiry';
SELECT count(*)
  FROM special_order_fact
 WHERE NOT deleted {scope}
   AND status = 'awaiting_approval';
SELECT count(*)
  FROM special_order_fact
 WHERE NOT deleted {scope}
   AND status = 'in_progress';
SELECT count(*)
  FROM special_order_fact
 WHERE NOT deleted {scope}
   AND status = 'completed';
SELECT count(*)
  FROM special_order_fact
 WHERE NOT deleted {scope}
   AND NOT approved;
SELECT count(*)
  FROM special_order_fact
 WHERE NOT deleted {scope}
   AND day > current_date - 30;
SELECT sum(value), avg(value)
  FROM special_order_fact
 WHERE NOT deleted {scope}
   AND status = 'completed';
