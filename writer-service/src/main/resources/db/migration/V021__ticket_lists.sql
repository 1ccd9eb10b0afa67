-- GET /api/v1/tickets of one website, the newest first: all, of a status, of a category, of a priority.
CREATE INDEX ticket_website_newest ON ticket (website_id, created_at, id);
CREATE INDEX ticket_website_status ON ticket (website_id, status, created_at, id);
CREATE INDEX ticket_website_category ON ticket (website_id, category, created_at, id);
CREATE INDEX ticket_website_priority ON ticket (website_id, priority, created_at, id);
-- ?status=&priority=: the queue that staff work from. Either index above would read all the others of its column.
CREATE INDEX ticket_website_queue ON ticket (website_id, status, priority, created_at, id);
-- ?assigned_to= on one website. With the assignee's index alone, the planner takes the website for another restriction
-- of its own and reads the website's newest instead.
CREATE INDEX ticket_website_assignee ON ticket (website_id, assigned_to, created_at, id);
-- ?assigned=false: what waits for somebody to take it.
CREATE INDEX ticket_website_unassigned ON ticket (website_id, created_at, id) WHERE assigned_to IS NULL;
-- ?sort=updated_at of one website: all, and of a status.
CREATE INDEX ticket_website_updated ON ticket (website_id, updated_at, id);
CREATE INDEX ticket_website_status_updated ON ticket (website_id, status, updated_at, id);

-- A writer's own tickets, and ?writer_id=: with a status and without.
CREATE INDEX ticket_website_writer ON ticket (website_id, writer_id, created_at, id);
CREATE INDEX ticket_writer_status ON ticket (writer_id, status, created_at, id);

-- The same for a superadmin who names no website.
CREATE INDEX ticket_newest ON ticket (created_at, id);
CREATE INDEX ticket_updated ON ticket (updated_at, id);
CREATE INDEX ticket_status ON ticket (status, created_at, id);
CREATE INDEX ticket_writer ON ticket (writer_id, created_at, id);
CREATE INDEX ticket_assignee ON ticket (assigned_to, created_at, id);
CREATE INDEX ticket_assignee_status ON ticket (assigned_to, status, created_at, id);

-- GET /api/v1/tickets/{id}/messages and …/history, the oldest first.
CREATE INDEX ticket_message_thread ON ticket_message (ticket_id, created_at, id);
CREATE INDEX ticket_history_told ON ticket_history (ticket_id, created_at, id);
