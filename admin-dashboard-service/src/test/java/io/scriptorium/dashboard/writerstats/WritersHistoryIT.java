package io.scriptorium.dashboard.writerstats;

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
import org.junit.jupiter.api.Test;

/** Random writers and requests for orders: the numbers are those of a plain recount. */
@QuarkusTest
@WithParts
class WritersHistoryIT {
    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");

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
        Map<UUID, WriterEvent> writers = new RandomHistory<>(batches, new Writers(), seed).take(1_500, 30_000);
        Map<UUID, OrderRequestEvent> requests =
                new RandomHistory<>(batches, new Requests(), seed + 1).take(500, 10_000);
        Cells totals = new Cells();
        Cells days = new Cells();
        writers.values().forEach(each -> {
            boolean rated = each.reviews() > 0;
            totals.add(
                    String.join(
                            " ",
                            each.website().toString(),
                            each.status(),
                            each.level() == null ? "" : each.level(),
                            each.available() ? "t" : "f"),
                    1,
                    rated ? 1 : 0,
                    rated ? each.rating() : 0,
                    each.reviews(),
                    each.completedOrders(),
                    each.activeOrders(),
                    each.earnings());
            days.add(each.website() + " " + day(each.created()), 1);
        });
        Cells requestTotals = new Cells();
        Cells requestDays = new Cells();
        requests.values().forEach(each -> {
            requestTotals.add(each.website() + " " + each.status(), 1);
            requestDays.add(each.website() + " " + day(each.requested()), 1, 0, 0);
            if (each.decided() != null) {
                requestDays.add(
                        each.website() + " " + day(each.decided()),
                        0,
                        each.status().equals("approved") ? 1 : 0,
                        each.status().equals("rejected") ? 1 : 0);
            }
        });
        assertThat(Cells.read(database, websites, """
                SELECT concat_ws(' ', website_id, status, level, available), writers, rated, ratings, reviews, completed_orders, active_orders, earnings FROM writer_totals
                """))
                .as("writer_totals, seed %d", seed)
                .isEqualTo(totals.toMap());
        assertThat(Cells.read(database, websites, """
                SELECT concat_ws(' ', website_id, day), writers FROM writer_days
                """))
                .as("writer_days, seed %d", seed)
                .isEqualTo(days.toMap());
        assertThat(Cells.read(database, websites, """
                SELECT concat_ws(' ', website_id, status), requests FROM order_request_totals
                """))
                .as("order_request_totals, seed %d", seed)
                .isEqualTo(requestTotals.toMap());
        assertThat(Cells.read(database, websites, """
                SELECT concat_ws(' ', website_id, day), requested, approved, rejected FROM order_request_days
                """))
                .as("order_request_days, seed %d", seed)
                .isEqualTo(requestDays.toMap());
        // The counters of all websites, too.
        assertThat(repair.drift().cells()).as("drift, seed %d", seed).isEmpty();
    }

    private UUID website(Random random) {
        return websites.get(random.nextInt(3));
    }

    private static Instant moment(Random random) {
        return FIRST.plusSeconds(random.nextInt(60 * 86_400));
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }

    private static String one(Random random, List<String> words) {
        return words.get(random.nextInt(words.size()));
    }

    private final class Writers implements RandomHistory.Kind<WriterEvent> {
        @Override
        public WriterEvent next(Random random, UUID id, WriterEvent before) {
            return new WriterEvent(
                    website(random),
                    "A. Lovelace",
                    random.nextInt(5) == 0 ? null : one(random, List.of("Novice", "Advanced", "Expert")),
                    one(random, List.of("applied", "active", "on_break", "probation", "suspended", "closed")),
                    random.nextBoolean(),
                    BigDecimal.valueOf(random.nextInt(501), 2),
                    random.nextInt(4),
                    random.nextInt(50),
                    random.nextInt(5),
                    BigDecimal.valueOf(random.nextInt(1_000_000), 2),
                    moment(random));
        }

        @Override
        public Event changed(UUID id, long revision, WriterEvent state) {
            return state.of(id, revision);
        }

        @Override
        public Event deleted(UUID id, long revision) {
            return WriterEvent.deleted(id, revision);
        }
    }

    private final class Requests implements RandomHistory.Kind<OrderRequestEvent> {
        @Override
        public OrderRequestEvent next(Random random, UUID id, OrderRequestEvent before) {
            String status = one(random, List.of("open", "approved", "rejected", "withdrawn"));
            return new OrderRequestEvent(
                    website(random), status, moment(random), status.equals("open") ? null : moment(random));
        }

        @Override
        public Event changed(UUID id, long revision, OrderRequestEvent state) {
            return state.of(id, revision);
        }

        @Override
        public Event deleted(UUID id, long revision) {
            return OrderRequestEvent.deleted(id, revision);
        }
    }
}
