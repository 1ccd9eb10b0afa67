package io.scriptorium.dashboard.reminderstats;

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
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Random configurations, messages and reminders: the numbers are those of a plain recount. */
@QuarkusTest
@WithParts
class RemindersHistoryIT {
    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");

    @Inject
    ChangeBatches batches;

    @Inject
    Repair repair;

    @Inject
    AgroalDataSource database;

    private final long seed = System.nanoTime();
    private final List<UUID> websites = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
    private final List<UUID> configs = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());

    @Test
    void givesWhatAPlainRecountGivesInEveryCell() throws Exception {
        Cells configTotals = new Cells();
        new RandomHistory<>(batches, new Configs(), seed)
                .take(100, 2_000)
                .values()
                .forEach(config -> configTotals.add(config.website() + " " + (config.active() ? "t" : "f"), 1));
        Cells messageTotals = new Cells();
        new RandomHistory<>(batches, new Messages(), seed + 1)
                .take(100, 2_000)
                .values()
                .forEach(message -> messageTotals.add(message.website() + " " + (message.active() ? "t" : "f"), 1));
        Map<UUID, ReminderEvent> reminders =
                new RandomHistory<>(batches, new Reminders(), seed + 2).take(1_500, 30_000);
        Cells totals = new Cells();
        Cells outcomes = new Cells();
        Cells days = new Cells();
        reminders.values().forEach(each -> {
            int email = each.byEmail() ? 1 : 0;
            int notification = each.byNotification() ? 1 : 0;
            totals.add(
                    each.website() + " " + each.kind() + " " + each.status() + " " + each.outcome(),
                    1,
                    email,
                    notification);
            if (each.sent() != null) {
                days.add(each.website() + " " + day(each.sent()) + " " + each.kind(), 1, email, notification);
                if (each.config() != null) {
                    outcomes.add(each.website() + " " + each.config() + " " + each.outcome(), 1);
                }
            }
        });
        assertThat(Cells.read(database, websites, """
                SELECT concat_ws(' ', website_id, active), configs FROM reminder_config_totals
                """))
                .as("reminder_config_totals, seed %d", seed)
                .isEqualTo(configTotals.toMap());
        assertThat(Cells.read(database, websites, """
                SELECT concat_ws(' ', website_id, active), messages FROM deletion_message_totals
                """))
                .as("deletion_message_totals, seed %d", seed)
                .isEqualTo(messageTotals.toMap());
        assertThat(Cells.read(database, websites, """
                SELECT concat_ws(' ', website_id, kind, status, outcome), reminders, by_email, by_notification FROM reminder_totals
                """))
                .as("reminder_totals, seed %d", seed)
                .isEqualTo(totals.toMap());
        assertThat(Cells.read(database, websites, """
                SELECT concat_ws(' ', website_id, config_id, outcome), sent FROM reminder_config_outcomes
                """))
                .as("reminder_config_outcomes, seed %d", seed)
                .isEqualTo(outcomes.toMap());
        assertThat(Cells.read(database, websites, """
                SELECT concat_ws(' ', website_id, day, kind), sent, by_email, by_notification FROM reminder_days
                """))
                .as("reminder_days, seed %d", seed)
                .isEqualTo(days.toMap());
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

    private final class Configs implements RandomHistory.Kind<ReminderConfigEvent> {
        @Override
        public ReminderConfigEvent next(Random random, UUID id, ReminderConfigEvent before) {
            return new ReminderConfigEvent(website(random), "Some", random.nextInt(101), random.nextBoolean());
        }

        @Override
        public Event changed(UUID id, long revision, ReminderConfigEvent state) {
            return state.of(id, revision);
        }

        @Override
        public Event deleted(UUID id, long revision) {
            return ReminderConfigEvent.deleted(id, revision);
        }
    }

    private final class Messages implements RandomHistory.Kind<DeletionMessageEvent> {
        @Override
        public DeletionMessageEvent next(Random random, UUID id, DeletionMessageEvent before) {
            return new DeletionMessageEvent(website(random), random.nextBoolean());
        }

        @Override
        public Event changed(UUID id, long revision, DeletionMessageEvent state) {
            return state.of(id, revision);
        }

        @Override
        public Event deleted(UUID id, long revision) {
            return DeletionMessageEvent.deleted(id, revision);
        }
    }

    private final class Reminders implements RandomHistory.Kind<ReminderEvent> {
        @Override
        public ReminderEvent next(Random random, UUID id, ReminderEvent before) {
            boolean reminder = random.nextInt(4) > 0;
            String status = one(random, List.of("pending", "sent", "sent", "skipped", "failed"));
            return new ReminderEvent(
                    website(random),
                    reminder ? configs.get(random.nextInt(configs.size())) : null,
                    reminder ? "reminder" : "deletion",
                    status,
                    one(random, List.of("open", "paid", "expired")),
                    random.nextBoolean(),
                    random.nextBoolean(),
                    status.equals("sent") ? moment(random) : null);
        }

        @Override
        public Event changed(UUID id, long revision, ReminderEvent state) {
            return state.of(id, revision);
        }

        @Override
        public Event deleted(UUID id, long revision) {
            return ReminderEvent.deleted(id, revision);
        }
    }
}
