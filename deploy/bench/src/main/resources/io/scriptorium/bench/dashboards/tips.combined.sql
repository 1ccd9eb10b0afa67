-- The same numbers after the Django dashboard's optimisation round.
SELECT count(*), sum(amount), sum(earning), sum(profit), avg(amount), avg(percentage)
  FROM tip_fact
 WHERE NOT deleted {scope};
SELECT count(*), sum(amount)
  FROM tip_fact
 WHERE NOT deleted {scope}
   AND day > current_date - 30;
SELECT type, count(*), sum(amount)
  FROM tip_fact
 WHERE NOT deleted {scope}
 GROUP BY type;
SELECT status, count(*), sum(amount)
  FROM tip_fact
 WHERE NOT deleted {scope}
 GROUP BY status;
SELECT level, count(*), sum(amount)
  FROM tip_fact
 WHERE NOT deleted {scope}
 GROUP BY level;
