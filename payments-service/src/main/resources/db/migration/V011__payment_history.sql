-- Who brought a payment from which state to which, when and why. amount: what a refund gave back.
CREATE TABLE payment_transition (
    id          uuid          PRIMARY KEY,
    website_id  text          NOT NULL,
    payment_id  uuid          NOT NULL,
    from_status text,
    to_status   text          NOT NULL,
    at          timestamptz   NOT NULL,
    actor       text          NOT NULL
                              CONSTRAINT payment_transition_actor_known
                              CHECK (actor IN ('account', 'provider', 'system')),
    actor_id    uuid,
    reason      text          NOT NULL,
    amount      numeric(12,2),
    CONSTRAINT payment_transition_of_a_payment FOREIGN KEY (website_id, payment_id) REFERENCES payment (website_id, id),
    CONSTRAINT payment_transition_account_named CHECK ((actor = 'account') = (actor_id IS NOT NULL))
);
-- GET /api/v1/payments/{id}/transitions, the oldest first; and the refunds of an event.
CREATE INDEX payment_transition_of_payment ON payment_transition (payment_id, at, id);

-- History is added to and never rewritten, whoever writes the SQL.
CREATE FUNCTION payment_transition_is_history() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'transitions of payments are only ever added' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER payment_transition_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON payment_transition
    FOR EACH STATEMENT EXECUTE FUNCTION payment_transition_is_history();
