-- The view of all websites reads counters of its own, under the website ffffffff-…, instead of summing up those of
-- every website. Batches write them from now on; these are the sums so far.
INSERT INTO user_totals (website_id, role, suspended, accounts)
SELECT 'ffffffff-ffff-ffff-ffff-ffffffffffff', role, suspended, sum(accounts)
  FROM user_totals
 GROUP BY role, suspended;

INSERT INTO user_days (website_id, day, role, accounts)
SELECT 'ffffffff-ffff-ffff-ffff-ffffffffffff', day, role, sum(accounts)
  FROM user_days
 GROUP BY day, role;

DROP INDEX user_days_of_all_websites;
