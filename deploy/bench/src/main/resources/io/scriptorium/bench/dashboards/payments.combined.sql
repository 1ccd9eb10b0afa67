-- The same numbers after the Django dashboard's optimisation round.
SELECT status, count(*), sum(amount)
  FROM payment_fact
 WHERE NOT deleted {scope}
 GROUP BY status;
SELECT sum(amount) FILTER (WHERE paid_day = current_date), sum(amount)
  FROM payment_fact
 WHERE NOT deleted {scope}
   AND paid_day > current_date - 30;
