-- The counters as the facts have them; only wrong ones are touched.
WITH counted AS (
    SELECT coalesce(website_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff') AS website_id,
           role, suspended, count(*) AS accounts
      FROM account_fact
     WHERE NOT deleted
     GROUP BY GROUPING SETS ((website_id, role, suspended), (role, suspended))
)
MERGE INTO user_totals AS counter
USING counted
   ON counter.website_id = counted.website_id
  AND counter.role = counted.role
  AND counter.suspended = counted.suspended
WHEN MATCHED AND counter.accounts <> counted.accounts THEN UPDATE SET accounts = counted.accounts
WHEN NOT MATCHED THEN INSERT (website_id, role, suspended, accounts)
     VALUES (counted.website_id, counted.role, counted.suspended, counted.accounts)
WHEN NOT MATCHED BY SOURCE AND counter.accounts <> 0 THEN UPDATE SET accounts = 0;

WITH counted AS (
    SELECT coalesce(website_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff') AS website_id,
           day, role, count(*) AS accounts
      FROM account_fact
     WHERE NOT deleted
     GROUP BY GROUPING SETS ((website_id, day, role), (day, role))
)
MERGE INTO user_days AS counter
USING counted
   ON counter.website_id = counted.website_id
  AND counter.day = counted.day
  AND counter.role = counted.role
WHEN MATCHED AND counter.accounts <> counted.accounts THEN UPDATE SET accounts = counted.accounts
WHEN NOT MATCHED THEN INSERT (website_id, day, role, accounts)
     VALUES (counted.website_id, counted.day, counted.role, counted.accounts)
WHEN NOT MATCHED BY SOURCE AND counter.accounts <> 0 THEN UPDATE SET accounts = 0;
