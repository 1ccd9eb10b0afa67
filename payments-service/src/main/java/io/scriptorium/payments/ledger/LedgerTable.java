package io.scriptorium.payments.ledger;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;

/**
 * Writes postings, in the transaction that is under way. By JDBC, since the database checks that an insertion balances,
 * and Hibernate would insert one entry at a time. Confined by what it is given: each row's website is its payment's.
 */
@ApplicationScoped
class LedgerTable {
    /** In key order, so that two transactions that open the same accounts wait instead of deadlocking. */
    private static final Comparator<AccountKey> IN_ORDER = Comparator.comparing(AccountKey::website)
            .thenComparing(AccountKey::currency)
            .thenComparing(AccountKey::kind)
            .thenComparing(AccountKey::owner, Comparator.nullsFirst(Comparator.comparing(UUID::toString)));

    private static final String OPEN_ACCOUNTS = """
            INSERT INTO ledger_account (website_id, currency, kind, owner_id, owner_key, created_at)
            SELECT website_id, currency, kind, owner_id, coalesce(owner_id::text, ''), ?
              FROM unnest(?::text[], ?::text[], ?::text[], ?::uuid[]) WITH ORDINALITY
                   AS key (website_id, currency, kind, owner_id, position)
             WHERE NOT EXISTS (SELECT FROM ledger_account account
                                WHERE account.website_id = key.website_id
                                  AND account.currency = key.currency
                                  AND account.kind = key.kind
                                  AND account.owner_key = coalesce(key.owner_id::text, ''))
             ORDER BY position
            ON CONFLICT ON CONSTRAINT ledger_account_once DO NOTHING
            """;

    private static final String INSERT_POSTINGS = """
            INSERT INTO ledger_posting (website_id, currency, payment_id, kind, refunded_total, amount, created_at)
            SELECT website_id, currency, payment_id, kind, refunded_total, amount, ?
              FROM unnest(?::text[], ?::text[], ?::uuid[], ?::text[], ?::numeric[], ?::numeric[]) WITH ORDINALITY
                   AS posting (website_id, currency, payment_id, kind, refunded_total, amount, position)
             ORDER BY position
            ON CONFLICT ON CONSTRAINT ledger_posting_once DO NOTHING
            RETURNING id, payment_id, kind, refunded_total
            """;

    private static final String INSERT_ENTRIES = """
            INSERT INTO ledger_entry (website_id, currency, posting_id, account_id, amount, created_at)
            SELECT account.website_id, account.currency, entry.posting_id, account.id, entry.amount, ?
              FROM unnest(?::text[], ?::text[], ?::text[], ?::uuid[], ?::uuid[], ?::numeric[])
                   AS entry (website_id, currency, kind, owner_id, posting_id, amount)
              JOIN ledger_account account
                ON account.website_id = entry.website_id
               AND account.currency = entry.currency
               AND account.kind = entry.kind
               AND account.owner_key = coalesce(entry.owner_id::text, '')
            """;

    private static final String AMOUNT = """
            SELECT amount
              FROM ledger_posting
             WHERE payment_id = ?
               AND kind = ?
               AND refunded_total = ?
            """;

    private record Cause(UUID payment, String kind, BigDecimal refundedTotal) {
        static Cause of(Posting posting) {
            return new Cause(posting.payment(), posting.kind().wireName(), posting.refundedTotal());
        }
    }

    private record Line(AccountKey account, UUID posting, BigDecimal amount) {}

    private final AgroalDataSource database;

    LedgerTable(AgroalDataSource database) {
        this.database = database;
    }

    /**
     * All that are new, in three statements however many they are. What was posted before is passed over.
     *
     * @return how many were new
     * @throws IllegalStateException when a cause was posted before with another amount
     */
    int post(List<Posting> postings, Instant now) {
        try (Connection connection = database.getConnection()) {
            OffsetDateTime moment = now.atOffset(ZoneOffset.UTC);
            Map<Cause, UUID> posted = insertPostings(connection, postings, moment);
            List<Posting> fresh = withoutRepeated(connection, postings, new HashMap<>(posted));
            openAccounts(connection, fresh, moment);
            insertEntries(connection, fresh, posted, moment);
            return fresh.size();
        } catch (SQLException e) {
            throw new LedgerFailure("a posting could not be written", e);
        }
    }

    private static Map<Cause, UUID> insertPostings(Connection connection, List<Posting> postings, OffsetDateTime moment)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT_POSTINGS)) {
            statement.setObject(1, moment);
            statement.setArray(2, column(connection, "text", postings, Posting::website));
            statement.setArray(3, column(connection, "text", postings, Posting::currency));
            statement.setArray(4, column(connection, "uuid", postings, Posting::payment));
            statement.setArray(
                    5,
                    column(
                            connection,
                            "text",
                            postings,
                            posting -> posting.kind().wireName()));
            statement.setArray(6, column(connection, "numeric", postings, Posting::refundedTotal));
            statement.setArray(7, column(connection, "numeric", postings, Posting::amount));
            Map<Cause, UUID> posted = new HashMap<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    posted.put(
                            new Cause(rows.getObject(2, UUID.class), rows.getString(3), rows.getBigDecimal(4)),
                            rows.getObject(1, UUID.class));
                }
            }
            return posted;
        }
    }

    /** @param open the new causes, of which each counts for its first posting alone */
    private static List<Posting> withoutRepeated(Connection connection, List<Posting> postings, Map<Cause, UUID> open)
            throws SQLException {
        List<Posting> fresh = new ArrayList<>();
        for (Posting posting : postings) {
            if (open.remove(Cause.of(posting)) != null) {
                fresh.add(posting);
            } else {
                requireSameAmount(connection, posting);
            }
        }
        return fresh;
    }

    private static void requireSameAmount(Connection connection, Posting posting) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(AMOUNT)) {
            statement.setObject(1, posting.payment());
            statement.setString(2, posting.kind().wireName());
            statement.setBigDecimal(3, posting.refundedTotal());
            try (ResultSet rows = statement.executeQuery()) {
                if (!rows.next() || rows.getBigDecimal(1).compareTo(posting.amount()) != 0) {
                    throw new IllegalStateException("%s %s of payment %s was posted before with another amount"
                            .formatted(posting.kind().wireName(), posting.refundedTotal(), posting.payment()));
                }
            }
        }
    }

    private static void openAccounts(Connection connection, List<Posting> postings, OffsetDateTime moment)
            throws SQLException {
        TreeSet<AccountKey> keys = new TreeSet<>(IN_ORDER);
        postings.forEach(posting -> posting.entries().forEach(entry -> keys.add(entry.account())));
        try (PreparedStatement statement = connection.prepareStatement(OPEN_ACCOUNTS)) {
            statement.setObject(1, moment);
            setKeys(connection, statement, keys, Function.identity());
            statement.executeUpdate();
        }
    }

    private static void insertEntries(
            Connection connection, List<Posting> postings, Map<Cause, UUID> ids, OffsetDateTime moment)
            throws SQLException {
        List<Line> lines = postings.stream()
                .flatMap(posting -> posting.entries().stream()
                        .map(entry -> new Line(entry.account(), ids.get(Cause.of(posting)), entry.amount())))
                .toList();
        try (PreparedStatement statement = connection.prepareStatement(INSERT_ENTRIES)) {
            statement.setObject(1, moment);
            setKeys(connection, statement, lines, Line::account);
            statement.setArray(6, column(connection, "uuid", lines, Line::posting));
            statement.setArray(7, column(connection, "numeric", lines, Line::amount));
            int inserted = statement.executeUpdate();
            if (inserted != lines.size()) {
                throw new IllegalStateException(
                        "%d of %d entries found their account".formatted(inserted, lines.size()));
            }
        }
    }

    /** The four columns of a key, from the statement's second parameter on. */
    private static <T> void setKeys(
            Connection connection, PreparedStatement statement, Collection<T> rows, Function<T, AccountKey> key)
            throws SQLException {
        statement.setArray(2, column(connection, "text", rows, key.andThen(AccountKey::website)));
        statement.setArray(3, column(connection, "text", rows, key.andThen(AccountKey::currency)));
        statement.setArray(
                4,
                column(connection, "text", rows, key.andThen(AccountKey::kind).andThen(AccountKind::wireName)));
        statement.setArray(5, column(connection, "uuid", rows, key.andThen(AccountKey::owner)));
    }

    private static <T> Array column(
            Connection connection, String type, Collection<T> rows, Function<? super T, ?> value) throws SQLException {
        return connection.createArrayOf(type, rows.stream().map(value).toArray());
    }
}
