package io.scriptorium.dashboard.reminderstats;

import static io.scriptorium.dashboard.Clients.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.scriptorium.dashboard.Broker;
import io.scriptorium.dashboard.WithParts;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** From Kafka to HTTP. Each test has a website of its own. */
@QuarkusTest
@WithParts
class PaymentRemindersDashboardIT {
    private static final String REMINDERS = "/api/v1/admin/dashboards/payment-reminders";
    private static final Instant NOW = Instant.now();

    private final UUID site = UUID.randomUUID();
    private final UUID halfway = UUID.randomUUID();
    private final UUID late = UUID.randomUUID();

    @Test
    void showsWhatWasSentByEachConfigurationAndWhatBecameOfIt() throws Exception {
        UUID first = UUID.randomUUID();
        ReminderEvent sent = ReminderEvent.sent(site, halfway, NOW);
        Broker.send(
                new ReminderConfigEvent(site, "Halfway", 50, true).of(halfway, 1),
                new ReminderConfigEvent(site, "Late", 90, false).of(late, 2),
                new DeletionMessageEvent(site, true).of(UUID.randomUUID(), 3),
                sent.of(first, 4),
                ReminderEvent.sent(site, halfway, NOW.minus(Duration.ofDays(7)))
                        .became("expired")
                        .of(UUID.randomUUID(), 5),
                new ReminderEvent(site, late, "reminder", "skipped", "open", true, true, null).of(UUID.randomUUID(), 6),
                new ReminderEvent(site, null, "deletion", "sent", "expired", true, true, NOW).of(UUID.randomUUID(), 7));
        shows(answer -> answer.body(
                        "total_reminder_configs", is(2),
                        "active_reminder_configs", is(1),
                        "total_deletion_messages", is(1),
                        "active_deletion_messages", is(1),
                        "total_sent_reminders", is(2),
                        // Today and six days before: not the one a week ago.
                        "recent_sent_reminders", is(1),
                        "total_sent_deletion_messages", is(1),
                        "status_breakdown.find { it.status == 'skipped' }.reminders", is(1),
                        "outcome_breakdown.find { it.outcome == 'expired' }.reminders", is(1),
                        "by_channel.find { it.channel == 'email' }.reminders", is(2),
                        "by_channel.find { it.channel == 'notification' }.reminders", is(0),
                        "by_channel.find { it.channel == 'notification' }.deletion_messages", is(1),
                        "by_config.size()", is(2))
                .body(
                        "by_config[0].name", equalTo("Halfway"),
                        "by_config[0].deadline_percentage", is(50),
                        "by_config[0].sent", is(2),
                        "by_config[0].open", is(1),
                        "by_config[0].expired", is(1),
                        "by_config[0].paid_rate", is(0.0f),
                        "by_config[1].name", equalTo("Late"),
                        "by_config[1].is_active", is(false),
                        "by_config[1].sent", is(0),
                        "recent.reminders", is(1),
                        "daily[1].day",
                                equalTo(LocalDate.ofInstant(NOW, ZoneOffset.UTC).toString()),
                        "daily[1].reminders", is(1),
                        "daily[1].deletion_messages", is(1)));

        Broker.send(sent.became("paid").of(first, 8), ReminderConfigEvent.deleted(halfway, 9));
        shows(answer -> answer.body(
                "total_reminder_configs",
                is(1),
                "active_reminder_configs",
                is(0),
                "by_config.find { it.config_id == '" + halfway + "' }.name",
                equalTo("Halfway"),
                "by_config.find { it.config_id == '" + halfway + "' }.is_active",
                is(false),
                "by_config.find { it.config_id == '" + halfway + "' }.paid",
                is(1),
                "by_config.find { it.config_id == '" + halfway + "' }.paid_rate",
                is(50.0f)));
    }

    @Test
    void showsAReminderBeforeItsConfigurationIsKnown() throws Exception {
        Broker.send(ReminderEvent.sent(site, halfway, NOW).of(UUID.randomUUID(), 1));
        shows(answer -> answer.body("by_config[0].sent", is(1), "by_config[0].name", nullValue()));
        Broker.send(new ReminderConfigEvent(site, "Halfway", 50, true).of(halfway, 2));
        shows(answer -> answer.body("by_config[0].sent", is(1), "by_config[0].name", equalTo("Halfway")));
    }

    private void shows(Consumer<ValidatableResponse> check) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> check.accept(
                        as("admin", site).get(REMINDERS + "?days=2").then().statusCode(200)));
    }
}
