package io.scriptorium.payments.ledger;

import java.util.UUID;

/** @param owner the client or the writer; null for the accounts of which a website has one per currency */
record AccountKey(String website, String currency, AccountKind kind, UUID owner) {}
