-- Who did what to an order, when and why: written once. A null actor is no person but what was heard of a payment.
CREATE TABLE order_history (
    id         uuid        PRIMARY KEY,
    website_id text        NOT NULL,
    order_id   uuid        NOT NULL,
    at         timestamptz NOT NULL,
    actor_id   uuid,
    actor_role text,
    action     text        NOT NULL,
    status     text        NOT NULL,
    what       text        NOT NULL,
    why        text,
    CONSTRAINT order_history_of_order FOREIGN KEY (website_id, order_id) REFERENCES special_order (website_id, id),
    CONSTRAINT order_history_actor CHECK ((actor_id IS NULL) = (actor_role IS NULL))
);

-- GET /api/v1/special-orders/{id}/history.
CREATE INDEX order_history_order ON order_history (order_id, at, id);

-- Nobody edits history, whatever wrote the SQL.
CREATE FUNCTION refuse_to_change_history() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'order_history is append-only' USING ERRCODE = 'integrity_constraint_violation';
END
$$;

CREATE TRIGGER order_history_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON order_history
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_change_history();
