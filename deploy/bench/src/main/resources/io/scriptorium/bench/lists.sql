-- The statements that writer-service runs for its filtered lists, for everyone but a superadmin: a first page of 50.
-- BenchedListsIT of writer-service holds that they are the same.

-- GET /api/v1/writers
-- with website, 51
select 1;

-- GET /api/v1/writers?is_active=true
-- with website, true, 51
select 1;

-- GET /api/v1/writers?level_id={level}
-- with website, level, 51
select 1;

-- GET /api/v1/writers?status=suspended
-- with website, suspended, 51
select 1;

-- GET /api/v1/writers?is_available_for_auto_assignments=true
-- with website, true, 51
select 1;

-- GET /api/v1/writers?sort=-rating
-- with website, 51
select 1;

-- GET /api/v1/order-requests
-- with website, 51
select 1;

-- GET /api/v1/order-requests?writer_id={writer}
-- with website, writer, 51
select 1;

-- GET /api/v1/order-requests?writer_id={writer}&status=approved
-- with website, writer, approved, 51
select 1;

-- GET /api/v1/order-requests?status=open
-- with website, open, 51
select 1;

-- GET /api/v1/order-requests?order_id={order}
-- with website, order, 51
select 1;

-- GET /api/v1/tickets
-- with website, 51
select 1;

-- GET /api/v1/tickets?status=open
-- with website, open, 51
select 1;

-- GET /api/v1/tickets?status=open&priority=urgent
-- with website, open, urgent, 51
select 1;

-- GET /api/v1/tickets?category=technical
-- with website, technical, 51
select 1;

-- GET /api/v1/tickets?assigned_to={assignee}
-- with website, assignee, 51
select 1;

-- GET /api/v1/tickets?assigned_to={assignee}&status=open
-- with website, open, assignee, 51
select 1;

-- GET /api/v1/tickets?assigned=false
-- with website, 51
select 1;

-- GET /api/v1/tickets?writer_id={writer}
-- with website, writer, 51
select 1;

-- GET /api/v1/tickets?writer_id={writer}&status=closed
-- with website, writer, closed, 51
select 1;

-- GET /api/v1/tickets?sort=-updated_at
-- with website, 51
select 1;

-- GET /api/v1/earnings
-- with website, 51
select 1;

-- GET /api/v1/earnings?writer_id={writer}
-- with website, writer, 51
select 1;

-- GET /api/v1/earnings?period_from=2025-01-15&period_to=2025-02-15
-- with website, 2025-01-15, 2024-12-16, 2025-02-15, 2025-03-17, 51
select 1;

-- GET /api/v1/earnings?sort=-total_earnings
-- with website, 51
select 1;
