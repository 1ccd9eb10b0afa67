package io.scriptorium.dashboard.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.scriptorium.dashboard.Event;
import io.scriptorium.dashboard.WithParts;
import io.scriptorium.dashboard.repair.Repair;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** A hundred thousand random events, mistreated in every way that Kafka may: the numbers are those of a plain recount. */
@QuarkusTest
@WithParts
class RandomHistoryIT {
    private static final int EVENTS = 100_000;
    private static final int ACCOUNTS = 4_000;
    private static final int BATCH = 500;
    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
    private static final List<String> ROLES = List.of("admin", "support", "editor", "writer", "client");
    private static final UUID NONE = new UUID(0, 0);

    private record State(UUID website, String role, boolean suspended, LocalDate day) {}

    @Inject
    ChangeBatches batches;

    @Inject
    Repair repair;

    @Inject
    AgroalDataSource database;

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private final List<UUID> websites = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
    private final List<UUID> ids = new ArrayList<>();
    private final Map<UUID, UUID> websiteOf = new HashMap<>();
    private final Map<UUID, Instant> createdAt = new HashMap<>();
    /** What a recount of the whole history finds: the last state of each account that is left. */
    private final Map<UUID, State> alive = new HashMap<>();

    @Test
    void givesWhatAPlainRecountGivesInEveryCell() throws Exception {
        List<Event> history = history();
        List<Event> mistreated = mistreated(history);
        List<List<ConsumerRecord<String, byte[]>>> taken = inBatches(mistreated);
        // Two replicas at once, as during a rebalance.
        ExecutorService replicas = Executors.newFixedThreadPool(2);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int replica = 0; replica < 2; replica++) {
                int first = replica;
                running.add(replicas.submit(() -> {
                    for (int i = first; i < taken.size(); i += 2) {
                        takePatiently(taken.get(i));
                    }
                    return null;
                }));
            }
            for (Future<?> each : running) {
                each.get();
            }
        } finally {
            replicas.shutdownNow();
        }
        // A replay of all of it, from the beginning.
        for (List<ConsumerRecord<String, byte[]>> batch : inBatches(history)) {
            takePatiently(batch);
        }

        assertThat(totals()).as("totals, seed %d", seed).isEqualTo(expectedTotals());
        assertThat(days()).as("days, seed %d", seed).isEqualTo(expectedDays());
        assertThat(repair.drift().cells()).as("drift, seed %d", seed).isEmpty();
    }

    private List<Event> history() {
        for (int i = 0; i < ACCOUNTS; i++) {
            UUID id = UUID.randomUUID();
            ids.add(id);
            websiteOf.put(id, random.nextInt(50) == 0 ? null : websites.get(random.nextInt(websites.size())));
            createdAt.put(id, FIRST.plusSeconds(random.nextInt(60 * 86_400)));
        }
        List<Event> history = new ArrayList<>(EVENTS);
        for (int revision = 1; revision <= EVENTS; revision++) {
            UUID id = ids.get(random.nextInt(ACCOUNTS));
            if (random.nextInt(10) == 0) {
                alive.remove(id);
                history.add(Event.accountDeleted(id, revision));
            } else {
                UUID website = websiteOf.get(id);
                String role = website == null ? "superadmin" : ROLES.get(random.nextInt(ROLES.size()));
                boolean suspended = random.nextBoolean();
                Instant created = createdAt.get(id);
                alive.put(
                        id,
                        new State(
                                website == null ? NONE : website,
                                role,
                                suspended,
                                LocalDate.ofInstant(created, ZoneOffset.UTC)));
                history.add(Event.account(id, revision, website, role, suspended, created));
            }
        }
        return history;
    }

    /** Duplicates near and far, and neighbours out of order. */
    private List<Event> mistreated(List<Event> history) {
        List<Event> mistreated = new ArrayList<>(history);
        for (int i = 0; i < EVENTS / 10; i++) {
            mistreated.add(random.nextInt(mistreated.size()), history.get(random.nextInt(EVENTS)));
        }
        for (int from = 0; from < mistreated.size(); from += 1_000) {
            if (random.nextBoolean()) {
                Collections.shuffle(mistreated.subList(from, Math.min(from + 1_000, mistreated.size())), random);
            }
        }
        return mistreated;
    }

    private static List<List<ConsumerRecord<String, byte[]>>> inBatches(List<Event> events) {
        List<List<ConsumerRecord<String, byte[]>>> all = new ArrayList<>();
        for (int from = 0; from < events.size(); from += BATCH) {
            List<ConsumerRecord<String, byte[]>> batch = new ArrayList<>();
            for (Event event : events.subList(from, Math.min(from + BATCH, events.size()))) {
                batch.add(event.readAt(from));
            }
            all.add(batch);
        }
        return all;
    }

    /** As the consumer does: a deadlock between replicas is no loss, the batch comes again. */
    private void takePatiently(List<ConsumerRecord<String, byte[]>> batch) throws SQLException {
        for (int attempt = 1; ; attempt++) {
            try {
                batches.take(batch);
                return;
            } catch (SQLException e) {
                if (!"40P01".equals(e.getSQLState()) || attempt == 10) {
                    throw e;
                }
            }
        }
    }

    private Map<String, Long> expectedTotals() {
        Map<String, Long> cells = new TreeMap<>();
        alive.values()
                .forEach(state ->
                        cells.merge(state.website() + " " + state.role() + " " + state.suspended(), 1L, Long::sum));
        return cells;
    }

    private Map<String, Long> expectedDays() {
        Map<String, Long> cells = new TreeMap<>();
        alive.values()
                .forEach(state -> cells.merge(state.website() + " " + state.day() + " " + state.role(), 1L, Long::sum));
        return cells;
    }

    private Map<String, Long> totals() throws SQLException {
        return cells("SELECT concat_ws(' ', website_id, role, suspended::text), accounts FROM user_totals");
    }

    private Map<String, Long> days() throws SQLException {
        return cells("SELECT concat_ws(' ', website_id, day, role), accounts FROM user_days");
    }

    /** The cells of this test's websites, and of none; noughts are as good as nothing. */
    private Map<String, Long> cells(String select) throws SQLException {
        Map<String, Long> cells = new TreeMap<>();
        String mine = websites + NONE.toString();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(select)) {
            while (row.next()) {
                String cell = row.getString(1);
                if (row.getLong(2) != 0 && mine.contains(cell.substring(0, 36))) {
                    cells.put(cell, row.getLong(2));
                }
            }
        }
        return cells;
    }
}
