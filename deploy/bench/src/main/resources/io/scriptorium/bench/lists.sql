-- The statements that writer-service runs for its filtered lists, for everyone but a superadmin: a first page of 50.
-- BenchedListsIT of writer-service holds that they are the same.

-- GET /api/v1/writers
-- with website, website, 51
select wp1_0.id,wp1_0.website,wp1_0.writer_id,wp1_0.registration_id,wp1_0.pen_name,wp1_0.level_id,wl1_0.name,wp1_0.status,wp1_0.is_active,wp1_0.is_available_for_auto_assignments,wp1_0.rating,wp1_0.reviews,wp1_0.completed_orders,wp1_0.active_orders,wp1_0.total_earnings,wp1_0.verified,wp1_0.created_at,wp1_0.last_active_at,wp1_0.version
  from writer_profile wp1_0
  left join writer_level wl1_0 on wl1_0.website_id = $1 and wl1_0.id=wp1_0.level_id
 where wp1_0.website_id = $2
 order by wp1_0.created_at desc,wp1_0.id desc fetch first $3 rows only;

-- GET /api/v1/writers?is_active=true
-- with website, website, true, 51
select wp1_0.id,wp1_0.website,wp1_0.writer_id,wp1_0.registration_id,wp1_0.pen_name,wp1_0.level_id,wl1_0.name,wp1_0.status,wp1_0.is_active,wp1_0.is_available_for_auto_assignments,wp1_0.rating,wp1_0.reviews,wp1_0.completed_orders,wp1_0.active_orders,wp1_0.total_earnings,wp1_0.verified,wp1_0.created_at,wp1_0.last_active_at,wp1_0.version
  from writer_profile wp1_0
  left join writer_level wl1_0 on wl1_0.website_id = $1 and wl1_0.id=wp1_0.level_id
 where wp1_0.website_id = $2 and wp1_0.is_active=$3
 order by wp1_0.created_at desc,wp1_0.id desc fetch first $4 rows only;

-- GET /api/v1/writers?level_id={level}
-- with website, website, level, 51
select wp1_0.id,wp1_0.website,wp1_0.writer_id,wp1_0.registration_id,wp1_0.pen_name,wp1_0.level_id,wl1_0.name,wp1_0.status,wp1_0.is_active,wp1_0.is_available_for_auto_assignments,wp1_0.rating,wp1_0.reviews,wp1_0.completed_orders,wp1_0.active_orders,wp1_0.total_earnings,wp1_0.verified,wp1_0.created_at,wp1_0.last_active_at,wp1_0.version
  from writer_profile wp1_0
  left join writer_level wl1_0 on wl1_0.website_id = $1 and wl1_0.id=wp1_0.level_id
 where wp1_0.website_id = $2 and wp1_0.level_id=$3
 order by wp1_0.created_at desc,wp1_0.id desc fetch first $4 rows only;

-- GET /api/v1/writers?status=suspended
-- with website, website, suspended, 51
select wp1_0.id,wp1_0.website,wp1_0.writer_id,wp1_0.registration_id,wp1_0.pen_name,wp1_0.level_id,wl1_0.name,wp1_0.status,wp1_0.is_active,wp1_0.is_available_for_auto_assignments,wp1_0.rating,wp1_0.reviews,wp1_0.completed_orders,wp1_0.active_orders,wp1_0.total_earnings,wp1_0.verified,wp1_0.created_at,wp1_0.last_active_at,wp1_0.version
  from writer_profile wp1_0
  left join writer_level wl1_0 on wl1_0.website_id = $1 and wl1_0.id=wp1_0.level_id
 where wp1_0.website_id = $2 and wp1_0.status=$3
 order by wp1_0.created_at desc,wp1_0.id desc fetch first $4 rows only;

-- GET /api/v1/writers?is_available_for_auto_assignments=true
-- with website, website, true, 51
select wp1_0.id,wp1_0.website,wp1_0.writer_id,wp1_0.registration_id,wp1_0.pen_name,wp1_0.level_id,wl1_0.name,wp1_0.status,wp1_0.is_active,wp1_0.is_available_for_auto_assignments,wp1_0.rating,wp1_0.reviews,wp1_0.completed_orders,wp1_0.active_orders,wp1_0.total_earnings,wp1_0.verified,wp1_0.created_at,wp1_0.last_active_at,wp1_0.version
  from writer_profile wp1_0
  left join writer_level wl1_0 on wl1_0.website_id = $1 and wl1_0.id=wp1_0.level_id
 where wp1_0.website_id = $2 and wp1_0.is_available_for_auto_assignments=$3
 order by wp1_0.created_at desc,wp1_0.id desc fetch first $4 rows only;

-- GET /api/v1/writers?sort=-rating
-- with website, website, 51
select wp1_0.id,wp1_0.website,wp1_0.writer_id,wp1_0.registration_id,wp1_0.pen_name,wp1_0.level_id,wl1_0.name,wp1_0.status,wp1_0.is_active,wp1_0.is_available_for_auto_assignments,wp1_0.rating,wp1_0.reviews,wp1_0.completed_orders,wp1_0.active_orders,wp1_0.total_earnings,wp1_0.verified,wp1_0.created_at,wp1_0.last_active_at,wp1_0.version
  from writer_profile wp1_0
  left join writer_level wl1_0 on wl1_0.website_id = $1 and wl1_0.id=wp1_0.level_id
 where wp1_0.website_id = $2
 order by wp1_0.rating desc,wp1_0.id desc fetch first $3 rows only;

-- GET /api/v1/order-requests
-- with website, website, 51
select or1_0.id,or1_0.website,or1_0.writer_id,wp1_0.registration_id,wp1_0.pen_name,or1_0.order_id,or1_0.status,or1_0.requested_at,or1_0.decided_at,or1_0.version
  from order_request or1_0
  left join writer_profile wp1_0 on wp1_0.website_id = $1 and wp1_0.website_id=or1_0.website_id and wp1_0.writer_id=or1_0.writer_id
 where or1_0.website_id = $2
 order by or1_0.requested_at desc,or1_0.id desc fetch first $3 rows only;

-- GET /api/v1/order-requests?status=open
-- with website, website, open, 51
select or1_0.id,or1_0.website,or1_0.writer_id,wp1_0.registration_id,wp1_0.pen_name,or1_0.order_id,or1_0.status,or1_0.requested_at,or1_0.decided_at,or1_0.version
  from order_request or1_0
  left join writer_profile wp1_0 on wp1_0.website_id = $1 and wp1_0.website_id=or1_0.website_id and wp1_0.writer_id=or1_0.writer_id
 where or1_0.website_id = $2 and or1_0.status=$3
 order by or1_0.requested_at desc,or1_0.id desc fetch first $4 rows only;

-- GET /api/v1/order-requests?writer_id={writer}
-- with website, website, writer, 51
select or1_0.id,or1_0.website,or1_0.writer_id,wp1_0.registration_id,wp1_0.pen_name,or1_0.order_id,or1_0.status,or1_0.requested_at,or1_0.decided_at,or1_0.version
  from order_request or1_0
  left join writer_profile wp1_0 on wp1_0.website_id = $1 and wp1_0.website_id=or1_0.website_id and wp1_0.writer_id=or1_0.writer_id
 where or1_0.website_id = $2 and or1_0.writer_id=$3
 order by or1_0.requested_at desc,or1_0.id desc fetch first $4 rows only;

-- GET /api/v1/order-requests?writer_id={writer}&status=rejected
-- with website, website, writer, rejected, 51
select or1_0.id,or1_0.website,or1_0.writer_id,wp1_0.registration_id,wp1_0.pen_name,or1_0.order_id,or1_0.status,or1_0.requested_at,or1_0.decided_at,or1_0.version
  from order_request or1_0
  left join writer_profile wp1_0 on wp1_0.website_id = $1 and wp1_0.website_id=or1_0.website_id and wp1_0.writer_id=or1_0.writer_id
 where or1_0.website_id = $2 and or1_0.writer_id=$3 and or1_0.status=$4
 order by or1_0.requested_at desc,or1_0.id desc fetch first $5 rows only;

-- GET /api/v1/order-requests?order_id={order}
-- with website, website, order, 51
select or1_0.id,or1_0.website,or1_0.writer_id,wp1_0.registration_id,wp1_0.pen_name,or1_0.order_id,or1_0.status,or1_0.requested_at,or1_0.decided_at,or1_0.version
  from order_request or1_0
  left join writer_profile wp1_0 on wp1_0.website_id = $1 and wp1_0.website_id=or1_0.website_id and wp1_0.writer_id=or1_0.writer_id
 where or1_0.website_id = $2 and or1_0.order_id=$3
 order by or1_0.requested_at desc,or1_0.id desc fetch first $4 rows only;

-- GET /api/v1/order-requests?requested_from=2025-01-15T00:00:00Z&requested_until=2025-02-15T00:00:00Z
-- with website, website, 2025-01-15T00:00:00Z, 2025-02-15T00:00:00Z, 51
select or1_0.id,or1_0.website,or1_0.writer_id,wp1_0.registration_id,wp1_0.pen_name,or1_0.order_id,or1_0.status,or1_0.requested_at,or1_0.decided_at,or1_0.version
  from order_request or1_0
  left join writer_profile wp1_0 on wp1_0.website_id = $1 and wp1_0.website_id=or1_0.website_id and wp1_0.writer_id=or1_0.writer_id
 where or1_0.website_id = $2 and or1_0.requested_at>=$3 and or1_0.requested_at<$4
 order by or1_0.requested_at desc,or1_0.id desc fetch first $5 rows only;

-- GET /api/v1/tickets
-- with website, 51
select t1_0.id,t1_0.website_id,t1_0.writer_id,t1_0.category,t1_0.priority,t1_0.status,t1_0.subject,t1_0.assigned_to,t1_0.created_at,t1_0.updated_at
  from ticket t1_0
 where t1_0.website_id = $1
 order by t1_0.created_at desc,t1_0.id desc fetch first $2 rows only;

-- GET /api/v1/tickets?status=open
-- with website, open, 51
select t1_0.id,t1_0.website_id,t1_0.writer_id,t1_0.category,t1_0.priority,t1_0.status,t1_0.subject,t1_0.assigned_to,t1_0.created_at,t1_0.updated_at
  from ticket t1_0
 where t1_0.website_id = $1 and t1_0.status=$2
 order by t1_0.created_at desc,t1_0.id desc fetch first $3 rows only;

-- GET /api/v1/tickets?status=open&priority=urgent
-- with website, open, urgent, 51
select t1_0.id,t1_0.website_id,t1_0.writer_id,t1_0.category,t1_0.priority,t1_0.status,t1_0.subject,t1_0.assigned_to,t1_0.created_at,t1_0.updated_at
  from ticket t1_0
 where t1_0.website_id = $1 and t1_0.status=$2 and t1_0.priority=$3
 order by t1_0.created_at desc,t1_0.id desc fetch first $4 rows only;

-- GET /api/v1/tickets?category=technical
-- with website, technical, 51
select t1_0.id,t1_0.website_id,t1_0.writer_id,t1_0.category,t1_0.priority,t1_0.status,t1_0.subject,t1_0.assigned_to,t1_0.created_at,t1_0.updated_at
  from ticket t1_0
 where t1_0.website_id = $1 and t1_0.category=$2
 order by t1_0.created_at desc,t1_0.id desc fetch first $3 rows only;

-- GET /api/v1/tickets?assigned_to={assignee}
-- with website, assignee, 51
select t1_0.id,t1_0.website_id,t1_0.writer_id,t1_0.category,t1_0.priority,t1_0.status,t1_0.subject,t1_0.assigned_to,t1_0.created_at,t1_0.updated_at
  from ticket t1_0
 where t1_0.website_id = $1 and t1_0.assigned_to=$2
 order by t1_0.created_at desc,t1_0.id desc fetch first $3 rows only;

-- GET /api/v1/tickets?assigned_to={assignee}&status=open
-- with website, open, assignee, 51
select t1_0.id,t1_0.website_id,t1_0.writer_id,t1_0.category,t1_0.priority,t1_0.status,t1_0.subject,t1_0.assigned_to,t1_0.created_at,t1_0.updated_at
  from ticket t1_0
 where t1_0.website_id = $1 and t1_0.status=$2 and t1_0.assigned_to=$3
 order by t1_0.created_at desc,t1_0.id desc fetch first $4 rows only;

-- GET /api/v1/tickets?assigned=false
-- with website, 51
select t1_0.id,t1_0.website_id,t1_0.writer_id,t1_0.category,t1_0.priority,t1_0.status,t1_0.subject,t1_0.assigned_to,t1_0.created_at,t1_0.updated_at
  from ticket t1_0
 where t1_0.website_id = $1 and t1_0.assigned_to is null
 order by t1_0.created_at desc,t1_0.id desc fetch first $2 rows only;

-- GET /api/v1/tickets?writer_id={writer}
-- with website, writer, 51
select t1_0.id,t1_0.website_id,t1_0.writer_id,t1_0.category,t1_0.priority,t1_0.status,t1_0.subject,t1_0.assigned_to,t1_0.created_at,t1_0.updated_at
  from ticket t1_0
 where t1_0.website_id = $1 and t1_0.writer_id=$2
 order by t1_0.created_at desc,t1_0.id desc fetch first $3 rows only;

-- GET /api/v1/tickets?writer_id={writer}&status=closed
-- with website, writer, closed, 51
select t1_0.id,t1_0.website_id,t1_0.writer_id,t1_0.category,t1_0.priority,t1_0.status,t1_0.subject,t1_0.assigned_to,t1_0.created_at,t1_0.updated_at
  from ticket t1_0
 where t1_0.website_id = $1 and t1_0.writer_id=$2 and t1_0.status=$3
 order by t1_0.created_at desc,t1_0.id desc fetch first $4 rows only;

-- GET /api/v1/tickets?sort=-updated_at
-- with website, 51
select t1_0.id,t1_0.website_id,t1_0.writer_id,t1_0.category,t1_0.priority,t1_0.status,t1_0.subject,t1_0.assigned_to,t1_0.created_at,t1_0.updated_at
  from ticket t1_0
 where t1_0.website_id = $1
 order by t1_0.updated_at desc,t1_0.id desc fetch first $2 rows only;

-- GET /api/v1/earnings
-- with website, 51
select e1_0.id,e1_0.website_id,e1_0.writer_id,e1_0.period_start,e1_0.period_end,e1_0.total_earnings,e1_0.tips,e1_0.orders_completed
  from earning e1_0
 where e1_0.website_id = $1
 order by e1_0.period_end desc,e1_0.id desc fetch first $2 rows only;

-- GET /api/v1/earnings?writer_id={writer}
-- with website, writer, 51
select e1_0.id,e1_0.website_id,e1_0.writer_id,e1_0.period_start,e1_0.period_end,e1_0.total_earnings,e1_0.tips,e1_0.orders_completed
  from earning e1_0
 where e1_0.website_id = $1 and e1_0.writer_id=$2
 order by e1_0.period_end desc,e1_0.id desc fetch first $3 rows only;

-- GET /api/v1/earnings?period_from=2025-01-15&period_to=2025-02-15
-- with website, 2025-01-15, 2025-02-15, 51
select e1_0.id,e1_0.website_id,e1_0.writer_id,e1_0.period_start,e1_0.period_end,e1_0.total_earnings,e1_0.tips,e1_0.orders_completed
  from earning e1_0
 where e1_0.website_id = $1 and e1_0.period_end>=$2 and e1_0.period_end<=$3
 order by e1_0.period_end desc,e1_0.id desc fetch first $4 rows only;

-- GET /api/v1/earnings?sort=-total_earnings
-- with website, 51
select e1_0.id,e1_0.website_id,e1_0.writer_id,e1_0.period_start,e1_0.period_end,e1_0.total_earnings,e1_0.tips,e1_0.orders_completed
  from earning e1_0
 where e1_0.website_id = $1
 order by e1_0.total_earnings desc,e1_0.id desc fetch first $2 rows only;
