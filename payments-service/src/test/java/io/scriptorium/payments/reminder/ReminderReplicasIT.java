package io.scriptorium.payments.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.scriptorium.local.Mailbox.Mail;
import io.scriptorium.local.test.LocalParts;
import io.scriptorium.payments.Marketplace;
import io.scriptorium.payments.WithParts;
import io.scriptorium.payments.payment.PaymentView;
import io.scriptorium.payments.payment.StepwisePayments;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Three replicas on one database, some of which die between the steps. */
@QuarkusTest
@WithParts
class ReminderReplicasIT {
    private static final int REPLICAS = 3;
    private static final int PAYMENTS = 60;
    private static final Duration HUNDRED_HOURS = Duration.ofHours(100);

    /** What no code catches: the process is gone. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    @Inject
    Marketplace marketplace;

    @Inject
    StepwisePayments payments;

    @Inject
    Engines engines;

    @Inject
    RemindersConfig settings;

    private final SetClock clock = new SetClock(Instant.now());

    @Test
    void remindOnceTogether() throws Exception {
        List<PaymentView> due = duePayments();
        together(replica -> engines.replica(clock).run());

        due.forEach(payment -> assertThat(engines.of(payment))
                .extracting(reminder -> reminder.status)
                .containsExactly(ReminderStatus.SENT));
        assertThat(mailsOf(due).values())
                .hasSize(PAYMENTS)
                .allSatisfy(copies -> assertThat(copies).isEqualTo(1L));
    }

    @Test
    void remindOnceAlthoughReplicasDieBetweenTheSteps() throws Exception {
        List<PaymentView> due = duePayments();
        AtomicInteger letters = new AtomicInteger();
        Set<UUID> doubled = java.util.concurrent.ConcurrentHashMap.newKeySet();
        Set<UUID> unsent = java.util.concurrent.ConcurrentHashMap.newKeySet();
        Set<String> addresses = addressesOf(due);
        Post dying = letter -> {
            if (!addresses.contains(letter.to())) {
                // What another test has left.
                engines.post().send(letter);
                return;
            }
            int number = letters.incrementAndGet();
            if (number % 9 == 0 && unsent.add(letter.reminderId())) {
                throw new Killed();
            }
            engines.post().send(letter);
            if (number % 13 == 0 && doubled.add(letter.reminderId())) {
                throw new Killed();
            }
        };
        // Recorded by one that dies before it sends anything.
        engines.replica(clock).record();

        for (int lease = 0; lease < 60 && !areSent(due); lease++) {
            together(replica -> {
                for (int life = 0; life < PAYMENTS; life++) {
                    try {
                        engines.replica(clock, dying).run();
                        return;
                    } catch (Killed killed) {
                        // Another one is started in its place.
                    }
                }
            });
            clock.set(clock.instant().plus(settings.lease()));
        }

        assertThat(areSent(due)).isTrue();
        assertThat(unsent).isNotEmpty();
        assertThat(doubled).isNotEmpty();
        Map<String, Long> mails = mailsOf(due);
        assertThat(mails).hasSize(PAYMENTS);
        // Twice is what died between the mail server's answer and the confirmation, and nothing else.
        long extra = mails.values().stream().mapToLong(copies -> copies - 1).sum();
        assertThat(extra).isEqualTo(doubled.size());
        due.forEach(payment -> assertThat(engines.of(payment)).hasSize(1));
    }

    @Test
    void expireOrArePaidAndNeverBoth() throws Exception {
        List<PaymentView> due = duePayments();
        clock.set(due.get(0).dueAt().plusSeconds(60));
        Set<UUID> paid = new HashSet<>();
        together(replica -> {
            if (replica > 0) {
                engines.replica(clock).run();
                return;
            }
            for (PaymentView payment : due) {
                try {
                    payments.process(payment);
                    paid.add(payment.id());
                } catch (io.scriptorium.platform.Problem tooLate) {
                    assertThat(tooLate.status()).isEqualTo(409);
                }
            }
        });
        engines.replica(clock).run();

        for (PaymentView payment : due) {
            boolean expired = "expired".equals(payments.read(payment).cancellationReason());
            assertThat(expired).isNotEqualTo(paid.contains(payment.id()));
            long messages = engines.of(payment).stream()
                    .filter(reminder -> reminder.kind == ReminderKind.DELETION)
                    .count();
            assertThat(messages).isEqualTo(expired ? 1 : 0);
            assertThat(engines.isScheduled(payment)).isFalse();
        }
    }

    /** A config that is changed while payments are made and planned misses none of them. */
    @Test
    void missNoPaymentWhileTheConfigsChange() throws Exception {
        UUID website = marketplace.aWebsite();
        UUID config = marketplace.aConfig(website, 99);
        // Later than the payments are made, and long before they are half due.
        clock.set(Instant.now().plus(Duration.ofHours(1)));
        List<PaymentView> made = java.util.Collections.synchronizedList(new ArrayList<>());
        together(replica -> {
            switch (replica) {
                case 0 -> {
                    for (int percentage = 98; percentage >= 50; percentage--) {
                        io.scriptorium.owner.test.Callers.admin(website.toString())
                                .header("If-Match", "*")
                                .body(Map.of("deadline_percentage", percentage))
                                .patch("/api/v1/reminder-configs/" + config)
                                .then()
                                .statusCode(200);
                    }
                }
                case 1 -> {
                    for (int i = 0; i < PAYMENTS; i++) {
                        made.add(payments.demand(
                                website,
                                marketplace.aClient(website),
                                "5.00",
                                Instant.now().plus(HUNDRED_HOURS)));
                        engines.replica(clock).record();
                    }
                }
                default -> {
                    for (int i = 0; i < PAYMENTS; i++) {
                        engines.replica(clock).record();
                    }
                }
            }
        });
        engines.replica(clock).record();

        clock.set(Instant.now().plus(Duration.ofHours(51)));
        engines.replica(clock).run();

        made.forEach(payment -> assertThat(engines.of(payment))
                .extracting(reminder -> reminder.status)
                .containsExactly(ReminderStatus.SENT));
    }

    private boolean areSent(List<PaymentView> due) {
        return due.stream()
                .allMatch(payment ->
                        engines.of(payment).stream().allMatch(reminder -> reminder.status == ReminderStatus.SENT));
    }

    private List<PaymentView> duePayments() {
        UUID website = marketplace.aWebsite();
        marketplace.aConfig(website, 50);
        marketplace.aDeletionMessage(website);
        Instant due = Instant.now().plus(HUNDRED_HOURS);
        List<PaymentView> made = new ArrayList<>();
        for (int i = 0; i < PAYMENTS; i++) {
            made.add(payments.demand(website, marketplace.aClient(website), "5.00", due));
        }
        clock.set(Instant.now().plus(HUNDRED_HOURS.dividedBy(2)).plusSeconds(60));
        return made;
    }

    /** How many copies arrived of each, by its Message-ID. */
    private static Map<String, Long> mailsOf(List<PaymentView> due) {
        Set<String> addresses = addressesOf(due);
        return LocalParts.mail().mailbox().all().stream()
                .filter(mail -> addresses.contains(mail.to()))
                .collect(Collectors.groupingBy(Mail::messageId, Collectors.counting()));
    }

    private static Set<String> addressesOf(List<PaymentView> due) {
        return due.stream()
                .map(payment -> Marketplace.address(payment.clientId()))
                .collect(Collectors.toSet());
    }

    private interface Work {
        void of(int replica) throws Exception;
    }

    private static void together(Work work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(REPLICAS);
        CountDownLatch start = new CountDownLatch(1);
        ConcurrentLinkedQueue<Future<?>> running = new ConcurrentLinkedQueue<>();
        for (int i = 0; i < REPLICAS; i++) {
            int replica = i;
            running.add(threads.submit(() -> {
                start.await();
                work.of(replica);
                return null;
            }));
        }
        start.countDown();
        for (Future<?> each : running) {
            each.get();
        }
        threads.shutdown();
    }
}
