package io.scriptorium.payments.reminder;

import static io.scriptorium.payments.Marketplace.address;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.quarkus.test.junit.QuarkusTest;
import io.scriptorium.local.Mailbox.Mail;
import io.scriptorium.local.test.LocalParts;
import io.scriptorium.owner.test.Callers;
import io.scriptorium.owner.test.Contract;
import io.scriptorium.owner.test.Topics;
import io.scriptorium.payments.Marketplace;
import io.scriptorium.payments.WithParts;
import io.scriptorium.payments.payment.PaymentView;
import io.scriptorium.payments.payment.StepwisePayments;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One engine whose clock the test sets; the mails are read where they arrive. */
@QuarkusTest
@WithParts
class ReminderEngineIT {
    private static final Duration HUNDRED_HOURS = Duration.ofHours(100);

    @Inject
    Marketplace marketplace;

    @Inject
    StepwisePayments payments;

    @Inject
    Engines engines;

    @Inject
    RemindersConfig settings;

    private final SetClock clock = new SetClock(Instant.now());
    private Engines.Replica engine;
    private UUID website;
    private UUID client;

    @BeforeEach
    void start() {
        engine = engines.replica(clock);
        website = marketplace.aWebsite();
        client = marketplace.aClient(website);
    }

    @Test
    void remindsOnceOfEachConfigWhenItsShareOfTheTimeHasPassed() {
        UUID half = marketplace.aConfig(website, 50);
        UUID most = marketplace.aConfig(website, 80);
        PaymentView payment = aPayment();

        runAt(payment, 49);
        assertThat(engines.of(payment)).isEmpty();
        runAt(payment, 50);
        runAt(payment, 51);
        assertThat(engines.of(payment))
                .extracting(reminder -> reminder.configId, reminder -> reminder.status, reminder -> reminder.outcome)
                .containsExactly(tuple(half, ReminderStatus.SENT, ReminderOutcome.OPEN));
        runAt(payment, 80);
        runAt(payment, 81);
        assertThat(engines.of(payment))
                .extracting(reminder -> reminder.configId)
                .containsExactly(half, most);

        List<Mail> mails = mails();
        assertThat(mails)
                .extracting(Mail::subject)
                .containsExactly("50 %: 25.00 USD to Essays", "80 %: 25.00 USD to Essays");
        String due = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH)
                .format(payment.dueAt().atZone(ZoneId.of("Europe/Berlin")));
        assertThat(mails.get(0).text().replace("\r\n", "\n").strip())
                .isEqualTo("Dear Ada King,\n\n25.00 USD is due on " + due + " (" + payment.reference() + ").");
        assertThat(mails.get(0).messageId())
                .isEqualTo("<" + engines.of(payment).get(0).id + "@reminders.payments-service>");
        assertThat(mails.get(0).from()).contains("no-reply@");
    }

    @Test
    void publishesTheNotificationOnceSentAndWithoutTheClientsName() throws Exception {
        marketplace.aConfig(website, 50);
        PaymentView payment = aPayment();
        runAt(payment, 50);
        Reminder reminder = engines.of(payment).get(0);

        List<ConsumerRecord<String, String>> events =
                Topics.events("payments.reminder.changes", reminder.id.toString(), 2);

        Contract contract = new Contract("reminder");
        for (ConsumerRecord<String, String> event : events) {
            contract.fits(event.value());
            assertThat(event.value()).doesNotContain("Ada").doesNotContain("mail.example");
            assertThat(Topics.header(event, "ce_type")).isEqualTo("payments.reminder.changed");
        }
        assertThat(events.get(0).value()).contains("\"status\":\"pending\"", "\"notification\":null");
        assertThat(events.get(1).value())
                .contains("\"status\":\"sent\"", "\"title\":\"50 %: 25.00 USD to Essays\"", "Dear {client_name},");
    }

    @Test
    void sendsTheLatestAndRecordsEarlierOnesAsSkippedAfterAnOutage() {
        UUID early = marketplace.aConfig(website, 20);
        UUID late = marketplace.aConfig(website, 60);
        PaymentView payment = aPayment();

        // Down from the beginning until 70 %.
        runAt(payment, 70);

        assertThat(engines.of(payment))
                .extracting(reminder -> reminder.configId, reminder -> reminder.status)
                .containsExactlyInAnyOrder(tuple(early, ReminderStatus.SKIPPED), tuple(late, ReminderStatus.SENT));
        assertThat(mails()).hasSize(1);
    }

    @Test
    void sendsOneWhoseTimePassedAsLongAsTheNextIsNotDue() {
        UUID early = marketplace.aConfig(website, 20);
        marketplace.aConfig(website, 60);
        PaymentView payment = aPayment();

        runAt(payment, 59);

        assertThat(engines.of(payment))
                .extracting(reminder -> reminder.configId, reminder -> reminder.status)
                .containsExactly(tuple(early, ReminderStatus.SENT));
    }

    @Test
    void cancelsAfterTheDueDateAndSaysSo() throws Exception {
        UUID half = marketplace.aConfig(website, 50);
        UUID message = marketplace.aDeletionMessage(website);
        PaymentView payment = aPayment();
        runAt(payment, 50);
        runAt(payment, 99);
        assertThat(payments.read(payment).isPending()).isTrue();

        runAt(payment, 100);

        PaymentView expired = payments.read(payment);
        assertThat(expired.cancellationReason()).isEqualTo("expired");
        assertThat(engines.of(payment))
                .extracting(
                        reminder -> reminder.kind,
                        reminder -> reminder.configId,
                        reminder -> reminder.deletionMessageId,
                        reminder -> reminder.status,
                        reminder -> reminder.outcome)
                .containsExactly(
                        tuple(ReminderKind.REMINDER, half, null, ReminderStatus.SENT, ReminderOutcome.EXPIRED),
                        tuple(ReminderKind.DELETION, null, message, ReminderStatus.SENT, ReminderOutcome.EXPIRED));
        assertThat(mails())
                .extracting(Mail::subject)
                .containsExactly("50 %: 25.00 USD to Essays", "Expired: 25.00 USD");
        String last = Topics.events("payments.payment.changes", payment.id().toString(), 2)
                .get(1)
                .value();
        assertThat(last).contains("\"status\":\"cancelled\"", "\"cancellation_reason\":\"expired\"");
        assertThat(engines.isScheduled(payment)).isFalse();
        runAt(payment, 200);
        assertThat(engines.of(payment)).hasSize(2);
    }

    @Test
    void expiresWithoutAMessageAndSkipsWhatWasNeverSent() {
        UUID half = marketplace.aConfig(website, 50);
        PaymentView payment = aPayment();

        runAt(payment, 101);

        assertThat(payments.read(payment).cancellationReason()).isEqualTo("expired");
        assertThat(engines.of(payment))
                .extracting(reminder -> reminder.configId, reminder -> reminder.status, reminder -> reminder.outcome)
                .containsExactly(tuple(half, ReminderStatus.SKIPPED, ReminderOutcome.EXPIRED));
        assertThat(mails()).isEmpty();
    }

    @Test
    void leavesTimeToPayToWhoIsRemindedOnTheDueDateItself() {
        UUID last = marketplace.aConfig(website, 100);
        PaymentView payment = aPayment();

        runAt(payment, 100);
        assertThat(payments.read(payment).isPending()).isTrue();
        assertThat(engines.of(payment))
                .extracting(reminder -> reminder.configId, reminder -> reminder.status)
                .containsExactly(tuple(last, ReminderStatus.SENT));

        clock.set(payment.dueAt().plus(settings.grace()));
        engine.run();
        assertThat(payments.read(payment).cancellationReason()).isEqualTo("expired");
    }

    @Test
    void neitherRemindsOfNorExpiresAPaymentThatIsBeingPaid() {
        marketplace.aConfig(website, 50);
        PaymentView payment = aPayment();
        payments.process(payment);

        runAt(payment, 60);
        runAt(payment, 120);

        assertThat(engines.of(payment)).isEmpty();
        assertThat(payments.read(payment).cancellationReason()).isNull();
    }

    @Test
    void doesNotSendWhatWasRecordedBeforeThePaymentWasPaid() {
        marketplace.aConfig(website, 50);
        PaymentView payment = aPayment();
        clock.set(at(payment, 50));
        engine.record();
        payments.process(payment);
        payments.complete(payment);

        engine.deliver();

        assertThat(engines.of(payment))
                .extracting(reminder -> reminder.status, reminder -> reminder.outcome)
                .containsExactly(tuple(ReminderStatus.SKIPPED, ReminderOutcome.PAID));
        assertThat(mails()).isEmpty();
    }

    @Test
    void confirmsAReminderWhosePaymentWasPaidWhileItWasBeingSent() {
        marketplace.aConfig(website, 50);
        PaymentView payment = aPayment();
        Engines.Replica other = engines.replica(clock, letter -> {
            engines.post().send(letter);
            payments.process(payment);
            payments.complete(payment);
        });
        clock.set(at(payment, 50));

        other.run();

        assertThat(engines.of(payment))
                .extracting(reminder -> reminder.status, reminder -> reminder.outcome)
                .containsExactly(tuple(ReminderStatus.SENT, ReminderOutcome.PAID));
        assertThat(mails()).hasSize(1);
    }

    @Test
    void tellsWhatBecameOfThePayment() {
        marketplace.aConfig(website, 50);
        PaymentView paid = aPayment();
        PaymentView cancelled = aPayment();
        runAt(paid, 60);

        payments.process(paid);
        payments.complete(paid);
        payments.cancel(cancelled, "order_cancelled");

        assertThat(engines.of(paid)).extracting(reminder -> reminder.outcome).containsExactly(ReminderOutcome.PAID);
        assertThat(engines.of(cancelled))
                .extracting(reminder -> reminder.outcome)
                .containsExactly(ReminderOutcome.OPEN);
    }

    @Test
    void waitsForAWebsiteThatIsNotKnownYet() {
        UUID unknown = UUID.randomUUID();
        UUID half = marketplace.aConfig(unknown, 50);
        UUID buyer = marketplace.aClient(unknown);
        PaymentView payment =
                payments.demand(unknown, buyer, "25.00", Instant.now().plus(HUNDRED_HOURS));

        runAt(payment, 60);
        assertThat(engines.of(payment)).isEmpty();
        clock.set(at(payment, 110));
        engine.run();
        assertThat(payments.read(payment).isPending()).isTrue();

        marketplace.knows(unknown);
        clock.set(at(payment, 60).plus(settings.unknownPause()));
        engine.run();
        clock.set(at(payment, 110).plus(settings.unknownPause()));
        engine.run();

        assertThat(payments.read(payment).cancellationReason()).isEqualTo("expired");
        assertThat(engines.of(payment))
                .extracting(reminder -> reminder.configId)
                .containsExactly(half);
    }

    @Test
    void waitsForAnAddressThatIsNotKnownYet() {
        marketplace.aConfig(website, 50);
        UUID stranger = UUID.randomUUID();
        PaymentView payment =
                payments.demand(website, stranger, "25.00", Instant.now().plus(HUNDRED_HOURS));

        runAt(payment, 50);
        Reminder waiting = engines.of(payment).get(0);
        assertThat(waiting.status).isEqualTo(ReminderStatus.PENDING);
        assertThat(waiting.attempts).isZero();

        marketplace.aContact(website, stranger, address(stranger));
        clock.set(at(payment, 50).plus(settings.unknownPause()));
        engine.run();

        assertThat(engines.of(payment)).extracting(reminder -> reminder.status).containsExactly(ReminderStatus.SENT);
        assertThat(LocalParts.mail().mailbox().to(address(stranger))).hasSize(1);
    }

    @Test
    void givesUpWhenNoAddressBecomesKnown() {
        marketplace.aConfig(website, 1);
        PaymentView payment = payments.demand(
                website, UUID.randomUUID(), "25.00", Instant.now().plus(Duration.ofDays(300)));
        runAt(payment, 1);

        clock.set(at(payment, 1).plus(settings.unknownAtMost()).plusSeconds(1));
        engine.run();

        assertThat(engines.of(payment))
                .extracting(reminder -> reminder.status, reminder -> reminder.reason)
                .containsExactly(tuple(ReminderStatus.FAILED, "no address of the client has become known"));
    }

    @Test
    void triesAgainWithPausesWhileTheMailServerIsAwayAndGivesUpInTheEnd() {
        marketplace.aConfig(website, 1);
        PaymentView payment =
                payments.demand(website, client, "25.00", Instant.now().plus(Duration.ofDays(300)));
        Engines.Replica cutOff = engines.replica(clock, letter -> {
            throw new PostFailure("the mail server could not be reached", false);
        });
        clock.set(at(payment, 1));
        cutOff.run();
        Reminder waiting = engines.of(payment).get(0);
        assertThat(waiting.attempts).isEqualTo(1);
        assertThat(waiting.nextAttemptAt).isEqualTo(at(payment, 1).plus(settings.backOffMin()));
        for (int attempt = 2; attempt <= settings.maxAttempts(); attempt++) {
            clock.set(engines.of(payment).get(0).nextAttemptAt);
            cutOff.run();
        }

        Reminder failed = engines.of(payment).get(0);
        assertThat(failed.status).isEqualTo(ReminderStatus.FAILED);
        assertThat(failed.attempts).isEqualTo(settings.maxAttempts());
        assertThat(failed.reason).isEqualTo("the mail server could not be reached");
        Callers.admin(website.toString())
                .get("/api/v1/reminders?status=failed")
                .then()
                .statusCode(200)
                .body("items[0].id", org.hamcrest.Matchers.equalTo(failed.id.toString()));
    }

    @Test
    void giveUpAtOnceWhatTheServerRefusesForGood() {
        marketplace.aConfig(website, 50);
        UUID nobody = UUID.randomUUID();
        marketplace.aContact(website, nobody, "refused-" + nobody + "@mail.example");
        PaymentView payment =
                payments.demand(website, nobody, "25.00", Instant.now().plus(HUNDRED_HOURS));

        runAt(payment, 50);

        Reminder failed = engines.of(payment).get(0);
        assertThat(failed.status).isEqualTo(ReminderStatus.FAILED);
        assertThat(failed.reason).startsWith("the mail server refused it: 55").doesNotContain("mail.example");
    }

    @Test
    void skipsAnUnsentReminderOnceTheNextIsDue() {
        UUID early = marketplace.aConfig(website, 20);
        UUID late = marketplace.aConfig(website, 60);
        PaymentView payment = aPayment();
        Engines.Replica cutOff = engines.replica(clock, letter -> {
            throw new PostFailure("the mail server could not be reached", false);
        });
        clock.set(at(payment, 20));
        cutOff.run();

        runAt(payment, 60);

        assertThat(engines.of(payment))
                .extracting(reminder -> reminder.configId, reminder -> reminder.status)
                .containsExactly(tuple(early, ReminderStatus.SKIPPED), tuple(late, ReminderStatus.SENT));
    }

    @Test
    void followsAChangeOfTheConfigs() {
        UUID config = marketplace.aConfig(website, 90);
        PaymentView payment = aPayment();
        runAt(payment, 10);

        Callers.admin(website.toString())
                .header("If-Match", "\"0\"")
                .body(Map.of("deadline_percentage", 30))
                .patch("/api/v1/reminder-configs/" + config)
                .then()
                .statusCode(200);
        runAt(payment, 31);
        assertThat(engines.of(payment))
                .extracting(reminder -> reminder.configId)
                .containsExactly(config);

        // Once for each config and payment, wherever the config is moved to.
        Callers.admin(website.toString())
                .header("If-Match", "\"1\"")
                .body(Map.of("deadline_percentage", 50))
                .patch("/api/v1/reminder-configs/" + config)
                .then()
                .statusCode(200);
        runAt(payment, 51);
        assertThat(engines.of(payment)).hasSize(1);
    }

    @Test
    void notifiesWithoutMailWhenThatIsHowItIsConfigured() {
        Map<String, Object> fields = Marketplace.configFields(50);
        fields.put("by_email", false);
        Marketplace.created("/api/v1/reminder-configs", website, fields);
        PaymentView payment = payments.demand(
                website, UUID.randomUUID(), "25.00", Instant.now().plus(HUNDRED_HOURS));

        runAt(payment, 50);

        assertThat(engines.of(payment)).extracting(reminder -> reminder.status).containsExactly(ReminderStatus.SENT);
    }

    @Test
    void isPublishedAgainWhenSomebodyAsksForIt() {
        marketplace.aConfig(website, 50);
        marketplace.aDeletionMessage(website);
        PaymentView payment = aPayment();
        runAt(payment, 50);
        runAt(payment, 100);
        Map<String, Integer> expected = Map.of("reminder", 2, "reminder-config", 1, "deletion-message", 1);

        expected.forEach((aggregate, count) -> Callers.superadmin()
                .body(Map.of("aggregate", aggregate, "website_id", website))
                .post("/api/v1/payments-service/outbox/republish")
                .then()
                .statusCode(200)
                .body("republished", org.hamcrest.Matchers.equalTo(count)));

        Reminder reminder = engines.of(payment).get(0);
        List<ConsumerRecord<String, String>> events =
                Topics.events("payments.reminder.changes", reminder.id.toString(), 4);
        assertThat(events.get(3).value()).isEqualTo(events.get(2).value());
    }

    @Test
    void schedulesNothingThatIsDueAtNoTime() {
        PaymentView payment = payments.demand(website, client, "25.00", null);
        assertThat(engines.isScheduled(payment)).isFalse();
    }

    private PaymentView aPayment() {
        return payments.demand(website, client, "25.00", Instant.now().plus(HUNDRED_HOURS));
    }

    private void runAt(PaymentView payment, int percentage) {
        clock.set(at(payment, percentage));
        engine.run();
    }

    private static Instant at(PaymentView payment, int percentage) {
        return new ReminderTimes(payment.createdAt(), payment.dueAt(), List.of(), Duration.ZERO).moment(percentage);
    }

    private List<Mail> mails() {
        return LocalParts.mail().mailbox().to(address(client));
    }
}
