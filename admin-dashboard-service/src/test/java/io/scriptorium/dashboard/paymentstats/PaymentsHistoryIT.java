package io.scriptorium.dashboard.paymentstats;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.scriptorium.dashboard.Cells;
import io.scriptorium.dashboard.Event;
import io.scriptorium.dashboard.WithParts;
import io.scriptorium.dashboard.ingest.ChangeBatches;
import io.scriptorium.dashboard.ingest.RandomHistory;
import io.scriptorium.dashboard.repair.Repair;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Random payments, refunded and taken back: the numbers are those of a plain recount. */
@QuarkusTest
@WithParts
class PaymentsHistoryIT {
    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
    private static final List<String> KINDS = List.of("installment", "tip", "order");
    private static final List<String> UNPAID = List.of("pending", "processing", "failed", "cancelled");
    private static final List<String> CURRENCIES = List.of("USD", "EUR", "JPY");

    @Inject
    ChangeBatches batches;

    @Inject
    Repair repair;

    @Inject
    AgroalDataSource database;

    private final long seed = System.nanoTime();
    private final List<UUID> websites = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());

    @Test
    void givesWhatAPlainRecountGivesInEveryCell() throws Exception {
        Map<UUID, PaymentEvent> alive = new RandomHistory<>(batches, new Payments(), seed).take(2_000, 40_000);

        Cells totals = new Cells();
        Cells days = new Cells();
        alive.values().forEach(payment -> {
            boolean paid = payment.completed() != null;
            BigDecimal paidAmount = paid ? payment.amount() : BigDecimal.ZERO;
            BigDecimal refunded = payment.refunds().stream()
                    .map(PaymentEvent.Refund::amount)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            totals.add(
                    String.join(
                            " ", payment.website().toString(), payment.currency(), payment.kind(), payment.status()),
                    1,
                    payment.amount(),
                    paid ? 1 : 0,
                    paidAmount,
                    refunded);
            days.add(day(payment, payment.created()), 1, 0, 0, 0, 0);
            if (paid) {
                days.add(day(payment, payment.completed()), 0, 1, paidAmount, 0, 0);
            }
            payment.refunds().forEach(refund -> days.add(day(payment, refund.at()), 0, 0, 0, 1, refund.amount()));
        });
        assertThat(Cells.read(database, websites, """
                SELECT concat_ws(' ', website_id, currency, kind, status),
                       payments, amount, paid, paid_amount, refunded
                  FROM payment_totals
                """))
                .as("totals, seed %d", seed)
                .isEqualTo(totals.toMap());
        assertThat(Cells.read(database, websites, """
                SELECT concat_ws(' ', website_id, day, currency, kind), created, paid, paid_amount, refunds, refunded
                  FROM payment_days
                """))
                .as("days, seed %d", seed)
                .isEqualTo(days.toMap());
        // The counters of all websites, too.
        assertThat(repair.drift().cells()).as("drift, seed %d", seed).isEmpty();
    }

    private static String day(PaymentEvent payment, Instant at) {
        LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
        return String.join(" ", payment.website().toString(), day.toString(), payment.currency(), payment.kind());
    }

    private final class Payments implements RandomHistory.Kind<PaymentEvent> {
        @Override
        public PaymentEvent next(Random random, UUID id, PaymentEvent before) {
            PaymentEvent unpaid = new PaymentEvent(
                    websites.get(random.nextInt(3)),
                    KINDS.get(random.nextInt(3)),
                    UNPAID.get(random.nextInt(4)),
                    CURRENCIES.get(random.nextInt(3)),
                    amount(random),
                    moment(random),
                    null,
                    List.of());
            if (random.nextInt(3) == 0) {
                return unpaid;
            }
            PaymentEvent paid = unpaid.completed(moment(random));
            return random.nextBoolean()
                    ? paid
                    : paid.refunded(
                            "partially_refunded",
                            Stream.generate(() -> new PaymentEvent.Refund(amount(random), moment(random)))
                                    .limit(1 + random.nextInt(3))
                                    .toArray(PaymentEvent.Refund[]::new));
        }

        @Override
        public Event changed(UUID id, long revision, PaymentEvent state) {
            return state.of(id, revision);
        }

        @Override
        public Event deleted(UUID id, long revision) {
            return PaymentEvent.deleted(id, revision);
        }

        private BigDecimal amount(Random random) {
            return BigDecimal.valueOf(random.nextInt(100_000), 2);
        }

        private Instant moment(Random random) {
            return FIRST.plusSeconds(random.nextInt(60 * 86_400));
        }
    }
}
