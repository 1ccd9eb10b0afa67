-- The payments that wait to be paid until some time, and when there is something to do about each: looked at by that
-- moment alone, however many there are. A row is there exactly as long as its payment is pending.
CREATE TABLE reminder_schedule (
    payment_id     uuid          PRIMARY KEY,
    website_id     text          NOT NULL,
    client_id      uuid          NOT NULL,
    reference      text          NOT NULL,
    amount         numeric(12,2) NOT NULL,
    currency       text          NOT NULL,
    created_at     timestamptz   NOT NULL,
    due_at         timestamptz   NOT NULL,
    next_action_at timestamptz   NOT NULL,
    CONSTRAINT reminder_schedule_of_a_payment FOREIGN KEY (website_id, payment_id) REFERENCES payment (website_id, id)
);

-- The engine: what is due, the longest waiting first.
CREATE INDEX reminder_schedule_due ON reminder_schedule (next_action_at);
-- Planning all of a website anew, page by page, when its configs have changed.
CREATE INDEX reminder_schedule_of_website ON reminder_schedule (website_id, payment_id);

-- How far the schedules of a website follow its configs; see ReminderPlan.
CREATE TABLE reminder_plan (
    website_id     uuid PRIMARY KEY,
    outdated_after uuid
);

-- The engine: which website is to be planned anew. There is none, most of the time.
CREATE INDEX reminder_plan_outdated ON reminder_plan (website_id) WHERE outdated_after IS NOT NULL;

-- What was pending before there were reminders.
INSERT INTO reminder_schedule
SELECT id, website_id, client_id, reference, amount, currency, created_at, due_at, created_at
  FROM payment
 WHERE status = 'pending' AND due_at IS NOT NULL;
