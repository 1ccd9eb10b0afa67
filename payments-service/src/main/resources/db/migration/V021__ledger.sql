-- Double entry: a posting is what one cause moved, its entries are the debits and credits on accounts. All of a posting's
-- entries are of one website and one currency, by foreign key.
CREATE TABLE ledger_account (
    id         uuid           PRIMARY KEY DEFAULT uuidv7(),
    website_id text           NOT NULL,
    currency   text           NOT NULL,
    kind       text           NOT NULL
                              CONSTRAINT ledger_account_kind_known
                              CHECK (kind IN ('client', 'writer', 'platform', 'provider_clearing')),
    owner_id   uuid,
    -- For the unique constraint, and to be found by it: a comparison with null finds nothing. Not generated: with a trigger
    -- before updates, each update would then lock the row as if its key changed, against the entries' foreign keys.
    owner_key  text           NOT NULL CONSTRAINT ledger_account_keyed CHECK (owner_key = coalesce(owner_id::text, '')),
    -- Kept by the entries' trigger alone: what the account's entries add up to.
    debits     numeric(20, 2) NOT NULL DEFAULT 0,
    credits    numeric(20, 2) NOT NULL DEFAULT 0,
    entries    bigint         NOT NULL DEFAULT 0,
    created_at timestamptz    NOT NULL,
    CONSTRAINT ledger_account_owned CHECK ((kind IN ('client', 'writer')) = (owner_id IS NOT NULL)),
    -- What a client owes is never less than nothing: nobody gets back what was not paid.
    CONSTRAINT ledger_account_client_owes_no_less_than_nothing CHECK (kind <> 'client' OR debits >= credits),
    CONSTRAINT ledger_account_once UNIQUE (website_id, currency, kind, owner_key),
    CONSTRAINT ledger_account_of_its_website UNIQUE (website_id, currency, id)
) WITH (fillfactor = 70);

CREATE TABLE ledger_posting (
    id            uuid           PRIMARY KEY DEFAULT uuidv7(),
    website_id    text           NOT NULL,
    currency      text           NOT NULL,
    payment_id    uuid           NOT NULL,
    kind          text           NOT NULL
                                 CONSTRAINT ledger_posting_kind_known
                                 CHECK (kind IN ('charge', 'tip_split', 'payment', 'credit_note', 'refund')),
    -- What has been refunded of the payment, this refund included: by it refunds are told apart. 0 of everything else.
    refunded_total numeric(14, 2) NOT NULL,
    amount        numeric(14, 2) NOT NULL CONSTRAINT ledger_posting_of_something CHECK (amount > 0),
    created_at    timestamptz    NOT NULL,
    CONSTRAINT ledger_posting_tells_refunds_apart
        CHECK (CASE WHEN kind IN ('credit_note', 'refund') THEN refunded_total >= amount ELSE refunded_total = 0 END),
    -- Nothing posts twice.
    CONSTRAINT ledger_posting_once UNIQUE (payment_id, kind, refunded_total),
    CONSTRAINT ledger_posting_of_its_website UNIQUE (website_id, currency, id)
);

-- amount: a debit is positive, a credit negative.
CREATE TABLE ledger_entry (
    id         uuid           PRIMARY KEY DEFAULT uuidv7(),
    website_id text           NOT NULL,
    currency   text           NOT NULL,
    posting_id uuid           NOT NULL,
    account_id uuid           NOT NULL,
    amount     numeric(14, 2) NOT NULL CONSTRAINT ledger_entry_of_something CHECK (amount <> 0),
    created_at timestamptz    NOT NULL,
    CONSTRAINT ledger_entry_of_its_posting
        FOREIGN KEY (website_id, currency, posting_id) REFERENCES ledger_posting (website_id, currency, id),
    CONSTRAINT ledger_entry_on_its_account
        FOREIGN KEY (website_id, currency, account_id) REFERENCES ledger_account (website_id, currency, id)
);
