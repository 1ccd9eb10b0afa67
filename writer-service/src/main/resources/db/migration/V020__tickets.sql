-- What writers ask the team of their website. Never deleted: a ticket that is done is closed.
CREATE TABLE ticket (
    id          uuid        PRIMARY KEY,
    website_id  text        NOT NULL,
    writer_id   uuid        NOT NULL,
    category    text        NOT NULL CHECK (category IN ('order_issue', 'payment_issue', 'technical', 'other')),
    priority    text        NOT NULL CHECK (priority IN ('low', 'normal', 'high', 'urgent')),
    status      text        NOT NULL CHECK (status IN ('open', 'in_progress', 'resolved', 'closed')),
    subject     text        NOT NULL,
    description text        NOT NULL,
    assigned_to uuid,
    resolution  text,
    created_at  timestamptz NOT NULL,
    updated_at  timestamptz NOT NULL,
    resolved_at timestamptz,
    closed_at   timestamptz,
    version     bigint      NOT NULL,
    CONSTRAINT ticket_of_its_website UNIQUE (website_id, id),
    CONSTRAINT ticket_writer_exists FOREIGN KEY (website_id, writer_id) REFERENCES account (website_id, id),
    CONSTRAINT ticket_assignee_exists FOREIGN KEY (website_id, assigned_to) REFERENCES account (website_id, id),
    CONSTRAINT ticket_closed_when_it_is CHECK ((status = 'closed') = (closed_at IS NOT NULL))
);

-- The thread below a ticket.
CREATE TABLE ticket_message (
    id          uuid        PRIMARY KEY,
    website_id  text        NOT NULL,
    ticket_id   uuid        NOT NULL,
    author_id   uuid        NOT NULL,
    author_role text        NOT NULL,
    body        text        NOT NULL,
    created_at  timestamptz NOT NULL,
    CONSTRAINT ticket_message_of_a_ticket FOREIGN KEY (website_id, ticket_id) REFERENCES ticket (website_id, id)
);

-- Who did what when. after is null only where a field was emptied, before where it was empty.
CREATE TABLE ticket_history (
    id         uuid        PRIMARY KEY,
    website_id text        NOT NULL,
    ticket_id  uuid        NOT NULL,
    actor_id   uuid        NOT NULL,
    actor_role text        NOT NULL,
    field      text        NOT NULL CHECK (field IN ('status', 'category', 'priority', 'assigned_to')),
    before     text,
    after      text,
    note       text,
    created_at timestamptz NOT NULL,
    CONSTRAINT ticket_history_of_a_ticket FOREIGN KEY (website_id, ticket_id) REFERENCES ticket (website_id, id)
);

-- What has happened stays as it was told, whatever a program does.
CREATE FUNCTION ticket_history_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the history of tickets is append-only' USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER ticket_history_is_append_only BEFORE UPDATE OR DELETE ON ticket_history
    FOR EACH ROW EXECUTE FUNCTION ticket_history_is_append_only();
