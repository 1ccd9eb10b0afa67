-- Every counter that is not what the facts say: none, unless something is broken. One statement is one snapshot, so
-- batches that commit meanwhile do not show as differences. A counter that is not there counts 0.
WITH live AS (
    SELECT website_id, role, suspended, day FROM account_fact WHERE NOT deleted
), expected AS (
    SELECT 'user_totals' AS counter,
           coalesce(website_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff') AS website_id,
           role, suspended, NULL::date AS day, count(*) AS accounts
      FROM live
     GROUP BY GROUPING SETS ((website_id, role, suspended), (role, suspended))
    UNION ALL
    SELECT 'user_days', coalesce(website_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff'), role, NULL, day, count(*)
      FROM live
     GROUP BY GROUPING SETS ((website_id, role, day), (role, day))
), actual AS (
    SELECT 'user_totals' AS counter, website_id, role, suspended, NULL::date AS day, accounts FROM user_totals
    UNION ALL
    SELECT 'user_days', website_id, role, NULL, day, accounts FROM user_days
), cells AS (
    SELECT counter, website_id, role, suspended, day, sum(expected) AS expected, sum(actual) AS actual
      FROM (SELECT counter, website_id, role, suspended, day, accounts AS expected, 0 AS actual FROM expected
            UNION ALL
            SELECT counter, website_id, role, suspended, day, 0, accounts FROM actual) AS both_sides
     GROUP BY counter, website_id, role, suspended, day
)
SELECT counter,
       concat_ws(' ', website_id, role, CASE suspended WHEN TRUE THEN 'suspended' WHEN FALSE THEN 'active' END, day)
           AS cell,
       expected,
       actual
  FROM cells
 WHERE expected <> actual
 ORDER BY counter, cell
 LIMIT ?
