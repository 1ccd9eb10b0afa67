package io.scriptorium.payments.reminder;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.Unremovable;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.scriptorium.outbox.Outbox;
import io.scriptorium.owner.tenant.ActingTenant;
import io.scriptorium.owner.tenant.WebsiteTenant;
import io.scriptorium.payments.contact.ContactService;
import io.scriptorium.payments.deletionmessage.DeletionMessageService;
import io.scriptorium.payments.payment.PaymentService;
import io.scriptorium.payments.payment.PaymentView;
import io.scriptorium.payments.reminderconfig.ReminderConfigService;
import io.scriptorium.payments.website.WebsiteService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Makes engines as replicas would have them, each with a clock and a post of the test's own. */
@ApplicationScoped
@Unremovable
public class Engines {
    private final ReminderRepository reminders;
    private final ReminderConfigService configs;
    private final DeletionMessageService messages;
    private final WebsiteService websites;
    private final ContactService contacts;
    private final PaymentService payments;
    private final ReminderTexts texts;
    private final MailPost post;
    private final Outbox outbox;
    private final ActingTenant acting;
    private final RemindersConfig settings;
    private final MeterRegistry metrics;
    private final EntityManager entities;

    Engines(
            ReminderRepository reminders,
            ReminderConfigService configs,
            DeletionMessageService messages,
            WebsiteService websites,
            ContactService contacts,
            PaymentService payments,
            ReminderTexts texts,
            MailPost post,
            Outbox outbox,
            ActingTenant acting,
            RemindersConfig settings,
            MeterRegistry metrics,
            EntityManager entities) {
        this.reminders = reminders;
        this.configs = configs;
        this.messages = messages;
        this.websites = websites;
        this.contacts = contacts;
        this.payments = payments;
        this.texts = texts;
        this.post = post;
        this.outbox = outbox;
        this.acting = acting;
        this.settings = settings;
        this.metrics = metrics;
        this.entities = entities;
    }

    /** One replica. */
    record Replica(ReminderEngine engine, Delivery delivery) {
        /** Until there is nothing to do at this moment. */
        void run() {
            record();
            deliver();
        }

        void record() {
            while (engine.recordOnce()) {
                Thread.onSpinWait();
            }
        }

        void deliver() {
            Delivery.Claim claim = delivery.claim();
            while (claim.reminders() > 0) {
                claim.claimed().forEach(delivery::deliver);
                claim = delivery.claim();
            }
        }
    }

    Replica replica(Clock clock) {
        return replica(clock, post);
    }

    Replica replica(Clock clock, Post through) {
        Delivery delivery = new Delivery(reminders, contacts, texts, through, outbox, acting, settings, metrics, clock);
        ReminderEngine engine = new ReminderEngine(
                new DueReminders(reminders, configs, websites, texts, outbox, acting, settings, clock),
                new Expiry(reminders, payments, messages, websites, texts, outbox, acting, clock),
                new Replanning(reminders, configs, acting, settings, clock),
                delivery,
                settings);
        return new Replica(engine, delivery);
    }

    /** For other features' tests: reminds of a payment at a moment at which a config wants it; the reminder's id. */
    public String remindOf(PaymentView payment, Instant moment) {
        replica(new SetClock(moment)).run();
        return of(payment).get(0).id.toString();
    }

    MailPost post() {
        return post;
    }

    /** In the order in which they were recorded. */
    List<Reminder> of(PaymentView payment) {
        return acting.as(
                WebsiteTenant.ALL,
                () -> QuarkusTransaction.requiringNew()
                        .call(() -> entities.createQuery(
                                        "from Reminder where paymentId = :payment order by createdAt, kind desc, configId",
                                        Reminder.class)
                                .setParameter("payment", payment.id())
                                .getResultList()));
    }

    boolean isScheduled(PaymentView payment) {
        return acting.as(
                WebsiteTenant.ALL,
                () -> QuarkusTransaction.requiringNew()
                        .call(() -> reminders.schedule(payment.id()).isPresent()));
    }
}
