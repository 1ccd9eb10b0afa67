package io.scriptorium.payments.tip;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.scriptorium.payments.WithParts;
import io.scriptorium.payments.ledger.LedgerService;
import io.scriptorium.payments.ledger.PostingBatch;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/**
 * A hundred thousand random payments, tips, refunds in part and whole, repetitions and transactions that fail and are
 * tried again, against a model that reckons in whole cents and knows nothing of entries. Give {@code -Dledger.seed} to
 * repeat a run.
 */
@QuarkusTest
@WithParts
class RandomLedgerIT {
    private static final Logger LOG = Logger.getLogger(RandomLedgerIT.class);
    private static final int OPERATIONS = 100_000;
    private static final int A_TRANSACTION = 500;

    private static final String BALANCES = """
            SELECT kind || ' ' || coalesce(owner_id::text, ''), debits - credits
              FROM ledger_account
             WHERE website_id = ?
            """;

    /** Payments whose entries say something else on an account than that all of it came back. */
    private static final String LEFT_OF_REFUNDED = """
            SELECT count(*)
              FROM (SELECT posting.payment_id
                      FROM ledger_entry entry
                      JOIN ledger_posting posting ON posting.id = entry.posting_id
                     WHERE entry.website_id = ?
                       AND posting.payment_id = ANY (?)
                     GROUP BY posting.payment_id, entry.account_id
                    HAVING sum(entry.amount) <> 0) AS payment
            """;

    private static final String DEVIATIONS = """
            SELECT count(*)
              FROM ledger_account account
              LEFT JOIN (SELECT account_id, sum(amount) AS amount, count(*) AS entries
                           FROM ledger_entry
                          GROUP BY account_id) entry
                ON entry.account_id = account.id
             WHERE account.website_id = ?
               AND (account.debits - account.credits <> coalesce(entry.amount, 0)
                    OR account.entries <> coalesce(entry.entries, 0))
            """;

    @Inject
    LedgerService ledger;

    @Inject
    AgroalDataSource database;

    private final long seed = Long.getLong("ledger.seed", new Random().nextLong());
    private final Random random = new Random(seed);
    private final String website = UUID.randomUUID().toString();
    private final List<UUID> clients = ids(200);
    private final List<UUID> writers = ids(50);
    private final Model model = new Model();
    private final List<PostingBatch> done = new ArrayList<>();

    @Test
    void agreesWithASimpleModelWhateverHappens() throws Exception {
        LOG.infof("ledger.seed=%d", seed);
        for (int operation = 0; operation < OPERATIONS; operation += A_TRANSACTION) {
            PostingBatch batch = new PostingBatch();
            for (int i = 0; i < A_TRANSACTION; i++) {
                batch.add(operation());
            }
            if (random.nextInt(10) == 0) {
                // Dies before its commit, and is tried again.
                QuarkusTransaction.begin();
                batch.post(ledger);
                QuarkusTransaction.rollback();
            }
            QuarkusTransaction.requiringNew().run(() -> batch.post(ledger));
            if (operation % 20_000 == 0) {
                agrees();
            }
        }
        agrees();
        assertThat(longOf("SELECT count(*) FROM ledger_posting WHERE website_id = ?"))
                .as("two for each payment and each refund, seed %d", seed)
                .isEqualTo(2L * (model.payments.size() + model.refunds));
        assertThat(longOf(DEVIATIONS)).as("seed %d", seed).isZero();
        assertThat(model.refunded()).as("payments that were given back whole").hasSizeGreaterThan(1_000);
        assertThat(leftOf(model.refunded())).as("seed %d", seed).isZero();
    }

    private PostingBatch operation() {
        int dice = random.nextInt(100);
        if (dice < 15 && !done.isEmpty()) {
            return done.get(random.nextInt(done.size()));
        }
        PostingBatch made = dice < 45 && !model.open.isEmpty() ? aRefund() : aPayment(dice % 2 == 0);
        done.add(made);
        return made;
    }

    private PostingBatch aPayment(boolean tip) {
        long amount = 1 + random.nextInt(random.nextBoolean() ? 10 : 1_000_000);
        UUID writer = tip ? writers.get(random.nextInt(writers.size())) : null;
        int percentage =
                List.of(0, 3333, 5000, 9999, 10_000, random.nextInt(10_001)).get(random.nextInt(6));
        Model.Payment payment =
                model.pay(UUID.randomUUID(), clients.get(random.nextInt(clients.size())), amount, writer, percentage);
        BigDecimal share = tip ? TipSplit.of(cents(amount), cents(percentage)).writerEarning() : BigDecimal.ZERO;
        return new PostingBatch().paid(website, payment.id, payment.client, cents(amount), writer, share);
    }

    private PostingBatch aRefund() {
        int chosen = random.nextInt(model.open.size());
        Model.Payment payment = model.open.get(chosen);
        long left = payment.amount - payment.refunded;
        long part = random.nextInt(3) == 0 ? left : 1 + (long) (random.nextDouble() * left);
        BigDecimal earning = cents(payment.writerEarning);
        BigDecimal before = TipSplit.writerShareOf(cents(payment.refunded), cents(payment.amount), earning);
        model.refund(chosen, part);
        BigDecimal after = TipSplit.writerShareOf(cents(payment.refunded), cents(payment.amount), earning);
        return new PostingBatch()
                .refunded(
                        website,
                        payment.id,
                        payment.client,
                        cents(part),
                        payment.writer,
                        after.subtract(before),
                        cents(payment.refunded));
    }

    private void agrees() throws SQLException {
        Map<String, BigDecimal> kept = new HashMap<>();
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(BALANCES)) {
            statement.setString(1, website);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    kept.put(rows.getString(1), rows.getBigDecimal(2));
                }
            }
        }
        assertThat(kept.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                .as("the sum of all, seed %d", seed)
                .isZero();
        assertThat(kept.entrySet())
                .as("what clients owe, seed %d", seed)
                .filteredOn(account -> account.getKey().startsWith("client"))
                .isNotEmpty()
                .allMatch(account -> account.getValue().signum() == 0);
        kept.keySet().removeIf(account -> account.startsWith("client"));
        assertThat(kept).as("seed %d", seed).isEqualTo(model.balances());
    }

    private long longOf(String query) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, website);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private long leftOf(List<UUID> payments) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(LEFT_OF_REFUNDED)) {
            statement.setString(1, website);
            statement.setArray(2, connection.createArrayOf("uuid", payments.toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private static List<UUID> ids(int count) {
        return IntStream.range(0, count).mapToObj(i -> UUID.randomUUID()).toList();
    }

    private static BigDecimal cents(long cents) {
        return BigDecimal.valueOf(cents, 2);
    }

    /** Who should have how many cents, by another reckoning than the program's: fractions of whole numbers. */
    private static final class Model {
        private static final class Payment {
            UUID id;
            UUID client;
            UUID writer;
            long amount;
            long writerEarning;
            long refunded;
        }

        private final List<Payment> payments = new ArrayList<>();
        private final List<Payment> open = new ArrayList<>();
        private long refunds;

        Payment pay(UUID id, UUID client, long amount, UUID writer, int hundredthsOfPercent) {
            Payment payment = new Payment();
            payment.id = id;
            payment.client = client;
            payment.writer = writer;
            payment.amount = amount;
            payment.writerEarning = writer == null ? 0 : halfEven(amount, hundredthsOfPercent, 10_000);
            payments.add(payment);
            open.add(payment);
            return payment;
        }

        void refund(int chosen, long part) {
            Payment payment = open.get(chosen);
            payment.refunded += part;
            refunds++;
            if (payment.refunded == payment.amount) {
                // The last takes its place: to close the gap would take longer than all else.
                Payment last = open.remove(open.size() - 1);
                if (last != payment) {
                    open.set(chosen, last);
                }
            }
        }

        List<UUID> refunded() {
            return payments.stream()
                    .filter(payment -> payment.refunded == payment.amount)
                    .map(payment -> payment.id)
                    .toList();
        }

        /** Debits less credits of all accounts but the clients'. */
        Map<String, BigDecimal> balances() {
            Map<String, Long> cents = new HashMap<>();
            for (Payment payment : payments) {
                long left = payment.amount - payment.refunded;
                long writers =
                        payment.writerEarning - halfEven(payment.writerEarning, payment.refunded, payment.amount);
                cents.merge("provider_clearing ", left, Long::sum);
                // Whoever never had a share has no account.
                if (payment.writerEarning > 0) {
                    cents.merge("writer " + payment.writer, -writers, Long::sum);
                }
                cents.merge("platform ", writers - left, Long::sum);
            }
            Map<String, BigDecimal> balances = new HashMap<>();
            cents.forEach((account, balance) -> balances.put(account, cents(balance)));
            return balances;
        }

        /** a × b / c to the nearest whole, and of two that are as near to the even one. */
        private static long halfEven(long a, long b, long c) {
            BigInteger[] parts =
                    BigInteger.valueOf(a).multiply(BigInteger.valueOf(b)).divideAndRemainder(BigInteger.valueOf(c));
            long whole = parts[0].longValueExact();
            int half = parts[1].shiftLeft(1).compareTo(BigInteger.valueOf(c));
            return half > 0 || half == 0 && whole % 2 == 1 ? whole + 1 : whole;
        }
    }
}
