-- Four websites; a million writers, order requests, tickets and earnings among them. What is looked for is in
-- bench_value: of the first website, and about as frequent as in a marketplace.
CREATE TABLE bench_site AS
    SELECT n, gen_random_uuid() AS id FROM generate_series(0, 3) AS n;
INSERT INTO website (id, name, domain, currency, time_zone, active, created_at, updated_at, version)
SELECT id, 'Site', 'site-' || n || '.example', 'USD', 'Europe/Berlin', true, now(), now(), 0 FROM bench_site;

CREATE TABLE bench_writer AS
    SELECT g AS n, g % 4 AS site, bench_site.id::text AS website_id, gen_random_uuid() AS id
      FROM generate_series(0, 999999) AS g JOIN bench_site ON bench_site.n = g % 4;
CREATE TABLE bench_staff AS
    SELECT g AS n, g % 4 AS site, bench_site.id::text AS website_id, gen_random_uuid() AS id
      FROM generate_series(0, 79) AS g JOIN bench_site ON bench_site.n = g % 4;
INSERT INTO account (id, website_id, username, email, full_name, role, created_at, updated_at, version)
SELECT id, website_id, 'writer-' || n, 'filler@mail.example', 'Filler', 'writer', now(), now(), 0 FROM bench_writer
UNION ALL
SELECT id, website_id, 'staff-' || n, 'filler@mail.example', 'Filler', 'support', now(), now(), 0 FROM bench_staff;

INSERT INTO writer_level (id, website_id, name, rank, tip_percentage, max_open_order_requests, max_active_orders,
                          created_at, updated_at, version)
SELECT gen_random_uuid(), id::text, 'Level ' || rank, rank, 50, 5, 3, now(), now(), 0
  FROM bench_site, generate_series(0, 4) AS rank;

-- One in a hundred is suspended, one in twenty available for auto assignments.
INSERT INTO writer_profile (id, website_id, writer_id, pen_name, level_id, status, status_changed_at,
                            is_available_for_auto_assignments, availability_changed_at, rating, reviews, review_points,
                            completed_orders, active_orders, total_earnings, time_zone, skills, subjects,
                            payment_schedule, verified, created_at, updated_at, version)
SELECT gen_random_uuid(), w.website_id, w.id, 'Filler', l.id,
       CASE WHEN hash % 100 = 0 THEN 'suspended'
            ELSE (ARRAY['active', 'active', 'active', 'on_break', 'closed'])[1 + hash % 5] END,
       now(), hash % 20 = 0, now(), (hash % 501) / 100.0, 1, 3, 0, 0, 0, 'Europe/Berlin', '{}', '{}', 'monthly', true,
       timestamptz '2020-01-01' + w.n * interval '3 minutes', now(), 0
  FROM bench_writer w
  JOIN writer_level l ON l.website_id = w.website_id AND l.rank = w.n / 4 % 5,
       LATERAL (SELECT abs(hashint4(w.n)) AS hash) AS hashed;

-- Two thousand writers of each website ask for orders, ten for each, of whom one is given it; of the others' requests one
-- in fifty is open.
INSERT INTO order_request (id, website_id, writer_id, order_id, reason, status, requested_at, decided_at, taken_up,
                           updated_at, version)
SELECT gen_random_uuid(), w.website_id, w.id, md5('order ' || g / 10)::uuid, repeat('Filler ', 20), s.status,
       timestamptz '2024-01-01' + g * interval '1 minute', CASE WHEN s.status <> 'open' THEN now() END, true, now(), 0
  FROM generate_series(0, 999999) AS g
  JOIN bench_writer w ON w.n = (abs(hashint4(g / 10)) % 2000 + 7 * (g % 10)) % 2000 * 4 + g / 10 % 4,
       LATERAL (SELECT CASE WHEN g % 10 = 0 THEN 'approved'
                            WHEN abs(hashint4(g + 7)) % 50 = 0 THEN 'open'
                            ELSE (ARRAY['rejected', 'withdrawn'])[1 + abs(hashint4(g + 8)) % 2] END AS status) AS s;

-- Two thousand writers of each website write tickets; one in fifty is open, one in fifty urgent, one in ten nobody's.
INSERT INTO ticket (id, website_id, writer_id, category, priority, status, subject, description, assigned_to,
                    created_at, updated_at, closed_at, version)
SELECT gen_random_uuid(), w.website_id, w.id,
       (ARRAY['order_issue', 'payment_issue', 'technical', 'other'])[1 + abs(hashint4(g + 2)) % 4],
       CASE WHEN abs(hashint4(g + 3)) % 50 = 0 THEN 'urgent'
            ELSE (ARRAY['low', 'normal', 'high'])[1 + abs(hashint4(g + 3)) % 3] END,
       s.status, 'Filler', repeat('Filler ', 20),
       CASE WHEN abs(hashint4(g + 4)) % 10 > 0 THEN staff.id END,
       timestamptz '2024-01-01' + g * interval '1 minute',
       timestamptz '2024-01-01' + abs(hashint4(g + 6)) % 1000000 * interval '1 minute',
       CASE WHEN s.status = 'closed' THEN now() END, 0
  FROM generate_series(0, 999999) AS g
  JOIN bench_writer w ON w.n = abs(hashint4(g)) % 8000
  JOIN bench_staff staff ON staff.n = abs(hashint4(g + 5)) % 20 * 4 + w.site,
       LATERAL (SELECT CASE WHEN abs(hashint4(g + 1)) % 50 = 0 THEN 'open'
                            WHEN abs(hashint4(g + 1)) % 50 = 1 THEN 'in_progress'
                            WHEN abs(hashint4(g + 1)) % 50 = 2 THEN 'resolved'
                            ELSE 'closed' END AS status) AS s;

-- Ten thousand writers of each website, for 25 months each.
INSERT INTO earning (id, website_id, writer_id, payment_schedule, period_start, period_end, total_earnings, tips,
                     orders_completed, created_at, updated_at, version)
SELECT gen_random_uuid(), w.website_id, w.id, 'monthly', start::date,
       (start + interval '1 month' - interval '1 day')::date, 1 + abs(hashint4(w.n * 31 + m)) % 100000 / 100.0, 1, 3,
       now(), now(), 0
  FROM generate_series(1, 25) AS m,
       LATERAL (SELECT date '2024-01-01' + m * interval '1 month' AS start) AS month
  CROSS JOIN (SELECT * FROM bench_writer WHERE n < 40000) AS w;

CREATE TABLE bench_value AS
    SELECT 'website' AS name, id::text AS value FROM bench_site WHERE n = 0
    UNION ALL
    SELECT 'writer', id::text FROM bench_writer WHERE n = 0
    UNION ALL
    SELECT 'order', md5('order 0')::uuid::text
    UNION ALL
    SELECT 'assignee', id::text FROM bench_staff WHERE n = 0
    UNION ALL
    SELECT 'level', l.id::text FROM writer_level l JOIN bench_site s ON l.website_id = s.id::text
     WHERE s.n = 0 AND l.rank = 2;
