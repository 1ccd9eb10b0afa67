-- What holds whoever writes: entries balance, balances follow them, and nothing is ever changed or removed.

-- One insertion brings all entries of its postings, so that each is balanced at every moment, and each balance too. A
-- later insertion into the same posting would have to balance in itself.
CREATE FUNCTION ledger_entries_balance() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    moved record;
BEGIN
    IF EXISTS (SELECT FROM inserted GROUP BY posting_id HAVING sum(amount) <> 0) THEN
        RAISE EXCEPTION 'a posting whose debits are not its credits'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'ledger_posting_balanced';
    END IF;
    -- One by one in the order of their ids, so that two transactions that post to the same accounts wait instead of
    -- deadlocking; and by their key, so that no plan made for few entries is used for many.
    FOR moved IN
        SELECT account_id,
               coalesce(sum(amount) FILTER (WHERE amount > 0), 0) AS debits,
               coalesce(-sum(amount) FILTER (WHERE amount < 0), 0) AS credits,
               count(*) AS entries
          FROM inserted
         GROUP BY account_id
         ORDER BY account_id
    LOOP
        UPDATE ledger_account
           SET debits  = debits + moved.debits,
               credits = credits + moved.credits,
               entries = entries + moved.entries
         WHERE id = moved.account_id;
    END LOOP;
    RETURN NULL;
END
$$;

CREATE TRIGGER ledger_entries_balance AFTER INSERT ON ledger_entry
    REFERENCING NEW TABLE AS inserted
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_entries_balance();

CREATE FUNCTION ledger_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only: correct it by another posting', TG_TABLE_NAME
        USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'ledger_is_append_only';
END
$$;

CREATE TRIGGER ledger_entry_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_entry
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_is_append_only();
CREATE TRIGGER ledger_posting_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_posting
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_is_append_only();
CREATE TRIGGER ledger_account_is_append_only BEFORE DELETE OR TRUNCATE ON ledger_account
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_is_append_only();

-- An account begins empty, and only the trigger above moves it: then this one is the second in depth.
CREATE FUNCTION ledger_account_follows_its_entries() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' AND (NEW.debits <> 0 OR NEW.credits <> 0 OR NEW.entries <> 0)
        OR TG_OP = 'UPDATE' AND pg_trigger_depth() < 2 THEN
        RAISE EXCEPTION 'an account''s balance is moved by entries alone'
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'ledger_account_follows_its_entries';
    END IF;
    RETURN NEW;
END
$$;

CREATE TRIGGER ledger_account_follows_its_entries BEFORE INSERT OR UPDATE ON ledger_account
    FOR EACH ROW EXECUTE FUNCTION ledger_account_follows_its_entries();
