-- One query a number, as the Django dashboard began.
SELECT count(*), sum(amount)
  FROM payment_fact
 WHERE NOT deleted {scope}
   AND status = 'pending';
SELECT count(*), sum(amount)
  FROM payment_fact
 WHERE NOT deleted {scope}
   AND status = 'processing';
SELECT count(*), sum(amount)
  FROM payment_fact
 WHERE NOT deleted {scope}
   AND status = 'completed';
SELECT count(*), sum(amount)
  FROM payment_fact
 WHERE NOT deleted {scope}
   AND status = 'failed';
SELECT count(*), sum(amount)
  FROM payment_fact
 WHERE NOT deleted {scope}
   AND status = 'cancelled';
SELECT sum(amount)
  FROM payment_fact
 WHERE NOT deleted {scope}
   AND paid_day = current_date;
SELECT sum(amount)
  FROM payment_fact
 WHERE NOT deleted {scope}
   AND paid_day > current_date - 30;
