-- One query a number, as the Django dashboard began.
SELECT count(*)
  FROM account_fact
 WHERE NOT deleted {scope};
SELECT count(*)
  FROM account_fact
 WHERE NOT deleted {scope}
   AND role = 'writer';
SELECT count(*)
  FROM account_fact
 WHERE NOT deleted {scope}
   AND role = 'editor';
SELECT count(*)
  FROM account_fact
 WHERE NOT deleted {scope}
   AND role = 'support';
SELECT count(*)
  FROM account_fact
 WHERE NOT deleted {scope}
   AND suspended;
