-- GET /api/v1/ledger/accounts of one website, the newest first: of a kind, and all; and of all websites.
CREATE INDEX ledger_account_website_kind_newest ON ledger_account (website_id, kind, created_at, id);
CREATE INDEX ledger_account_website_newest ON ledger_account (website_id, created_at, id);
CREATE INDEX ledger_account_newest ON ledger_account (created_at, id);
-- ?owner_id=, and a writer's own.
CREATE INDEX ledger_account_owner ON ledger_account (owner_id, created_at, id);

-- GET /api/v1/ledger/entries of one website, the newest first; of one account; and of all websites.
CREATE INDEX ledger_entry_website_newest ON ledger_entry (website_id, created_at, id);
CREATE INDEX ledger_entry_account_newest ON ledger_entry (account_id, created_at, id);
CREATE INDEX ledger_entry_newest ON ledger_entry (created_at, id);
-- ?payment_id= finds its postings by their unique constraint, and their entries by this.
CREATE INDEX ledger_entry_posting ON ledger_entry (posting_id);
