-- The same numbers after the Django dashboard's optimisation round.
SELECT count(*),
       count(*) FILTER (WHERE role = 'writer'),
       count(*) FILTER (WHERE role = 'editor'),
       count(*) FILTER (WHERE role = 'support'),
       count(*) FILTER (WHERE suspended)
  FROM account_fact
 WHERE NOT deleted {scope};
