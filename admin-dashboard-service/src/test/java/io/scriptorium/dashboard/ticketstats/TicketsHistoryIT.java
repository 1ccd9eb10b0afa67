package io.scriptorium.dashboard.ticketstats;

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
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Random tickets, opened again and given to others: the numbers are those of a plain recount. */
@QuarkusTest
@WithParts
class TicketsHistoryIT {
    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");

    @Inject
    ChangeBatches batches;

    @Inject
    Repair repair;

    @Inject
    AgroalDataSource database;

    private final long seed = System.nanoTime();
    private final List<UUID> websites = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
    private final List<UUID> staff = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());

    @Test
    void givesWhatAPlainRecountGivesInEveryCell() throws Exception {
        Map<UUID, TicketEvent> tickets = new RandomHistory<>(batches, new Tickets(), seed).take(1_500, 30_000);
        Cells totals = new Cells();
        Cells assignees = new Cells();
        Cells days = new Cells();
        Cells resolutions = new Cells();
        tickets.values().forEach(each -> {
            totals.add(String.join(" ", each.website().toString(), each.status(), each.category(), each.priority()), 1);
            assignees.add(
                    each.website() + " " + (each.assignedTo() == null ? new UUID(0, 0) : each.assignedTo()) + " "
                            + each.status(),
                    1);
            days.add(each.website() + " " + day(each.created()), 1, 0, 0);
            if (each.resolved() != null) {
                days.add(each.website() + " " + day(each.resolved()), 0, 1, 0);
                int bucket = ResolutionTimes.bucket(Duration.between(each.created(), each.resolved()));
                resolutions.add(each.website() + " " + day(each.resolved()) + " " + bucket, 1);
            }
            if (each.closed() != null) {
                days.add(each.website() + " " + day(each.closed()), 0, 0, 1);
            }
        });
        assertThat(Cells.read(database, websites, """
                SELECT concat_ws(' ', website_id, status, category, priority), tickets FROM ticket_totals
                """))
                .as("ticket_totals, seed %d", seed)
                .isEqualTo(totals.toMap());
        assertThat(Cells.read(database, websites, """
                SELECT concat_ws(' ', website_id, assigned_to, status), tickets FROM ticket_assignees
                """))
                .as("ticket_assignees, seed %d", seed)
                .isEqualTo(assignees.toMap());
        assertThat(Cells.read(database, websites, """
                SELECT concat_ws(' ', website_id, day), opened, resolved, closed FROM ticket_days
                """))
                .as("ticket_days, seed %d", seed)
                .isEqualTo(days.toMap());
        assertThat(Cells.read(database, websites, """
                SELECT concat_ws(' ', website_id, day, bucket), tickets FROM ticket_resolutions
                """))
                .as("ticket_resolutions, seed %d", seed)
                .isEqualTo(resolutions.toMap());
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

    private final class Tickets implements RandomHistory.Kind<TicketEvent> {
        @Override
        public TicketEvent next(Random random, UUID id, TicketEvent before) {
            Instant created = moment(random);
            Instant resolved = created.plusSeconds(random.nextInt(120 * 86_400));
            TicketEvent open = new TicketEvent(
                    website(random),
                    one(random, List.of("order_issue", "payment_issue", "technical", "other")),
                    one(random, List.of("low", "normal", "high", "urgent")),
                    one(random, List.of("open", "in_progress")),
                    random.nextBoolean() ? null : staff.get(random.nextInt(3)),
                    created,
                    null,
                    null);
            return switch (random.nextInt(4)) {
                case 0 -> open.resolved(resolved);
                case 1 -> open.resolved(resolved).closed(resolved.plusSeconds(random.nextInt(86_400)));
                case 2 -> open.closed(resolved);
                default -> open;
            };
        }

        @Override
        public Event changed(UUID id, long revision, TicketEvent state) {
            return state.of(id, revision);
        }

        @Override
        public Event deleted(UUID id, long revision) {
            return TicketEvent.deleted(id, revision);
        }
    }
}
