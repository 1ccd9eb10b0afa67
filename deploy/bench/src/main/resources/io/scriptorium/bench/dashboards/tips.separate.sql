-- One query a number, as the Django dashboard began.
SELECT count(*)
  FROM tip_fact
 WHERE NOT deleted {scope};
SELECT sum(amount)
  FROM tip_fact
 WHERE NOT deleted {scope};
SELECT sum(earning)
  FROM tip_fact
 WHERE NOT deleted {scope};
SELECT sum(profit)
  FROM tip_fact
 WHERE NOT deleted {scope};
SELECT avg(amount), avg(percentage)
  FROM tip_fact
 WHERE NOT deleted {scope};
SELECT count(*), sum(amount)
  FROM tip_fact
 WHERE NOT deleted {scope}
   AND day > current_date - 30;
SELECT status, count(*)
  FROM tip_fact
 WHERE NOT deleted {scope}
 GROUP BY status;
