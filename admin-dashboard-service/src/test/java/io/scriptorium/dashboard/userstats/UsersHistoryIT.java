package io.scriptorium.dashboard.userstats;

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
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A hundred thousand random events of accounts: the numbers are those of a plain recount. */
@QuarkusTest
@WithParts
class UsersHistoryIT {
    private static final int EVENTS = 100_000;
    private static final int ACCOUNTS = 4_000;
    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
    private static final List<String> ROLES = List.of("admin", "support", "editor", "writer", "client");
    private static final UUID NONE = new UUID(0, 0);

    private record State(UUID website, String role, boolean suspended, Instant created) {
        UUID counted() {
            return website == null ? NONE : website;
        }

        LocalDate day() {
            return LocalDate.ofInstant(created, ZoneOffset.UTC);
        }
    }

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
        Map<UUID, State> alive = new RandomHistory<>(batches, new Accounts(), seed).take(ACCOUNTS, EVENTS);

        Cells totals = new Cells();
        Cells days = new Cells();
        alive.values().forEach(state -> {
            totals.add(state.counted() + " " + state.role() + " " + state.suspended(), 1);
            days.add(state.counted() + " " + state.day() + " " + state.role(), 1);
        });
        assertThat(read("SELECT concat_ws(' ', website_id, role, suspended::text), accounts FROM user_totals"))
                .as("totals, seed %d", seed)
                .isEqualTo(ofTheseWebsites(totals));
        assertThat(read("SELECT concat_ws(' ', website_id, day, role), accounts FROM user_days"))
                .as("days, seed %d", seed)
                .isEqualTo(ofTheseWebsites(days));
        // The counters of all websites, too.
        assertThat(repair.drift().cells()).as("drift, seed %d", seed).isEmpty();
    }

    private Map<String, ?> read(String select) throws Exception {
        return Cells.read(database, websites, select);
    }

    /** Superadmins have no website, and other tests make some too; the drift looks at them. */
    private static Map<String, ?> ofTheseWebsites(Cells cells) {
        Map<String, Object> map = new HashMap<>(cells.toMap());
        map.keySet().removeIf(cell -> cell.startsWith(NONE.toString()));
        return map;
    }

    private final class Accounts implements RandomHistory.Kind<State> {
        private final Map<UUID, State> first = new HashMap<>();

        @Override
        public State next(Random random, UUID id, State before) {
            State stays = first.computeIfAbsent(
                    id,
                    none -> new State(
                            random.nextInt(50) == 0 ? null : websites.get(random.nextInt(websites.size())),
                            null,
                            false,
                            FIRST.plusSeconds(random.nextInt(60 * 86_400))));
            String role = stays.website() == null ? "superadmin" : ROLES.get(random.nextInt(ROLES.size()));
            return new State(stays.website(), role, random.nextBoolean(), stays.created());
        }

        @Override
        public Event changed(UUID id, long revision, State state) {
            return Event.account(id, revision, state.website(), state.role(), state.suspended(), state.created());
        }

        @Override
        public Event deleted(UUID id, long revision) {
            return Event.accountDeleted(id, revision);
        }
    }
}
