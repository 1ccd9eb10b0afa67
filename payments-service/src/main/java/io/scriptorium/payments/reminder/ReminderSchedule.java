package io.scriptorium.payments.reminder;

import io.scriptorium.payments.payment.PaymentView;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/**
 * A payment that waits to be paid until some time, and when something is to be done about it next. The row is there
 * exactly as long as the payment is pending: it is made and removed in the transactions that change the payment.
 */
@Entity
class ReminderSchedule {
    @Id
    UUID paymentId;

    @TenantId
    @Column(name = "website_id")
    String tenant;

    UUID clientId;
    String reference;
    BigDecimal amount;
    String currency;
    Instant createdAt;
    Instant dueAt;
    Instant nextActionAt;

    /** To be looked at as soon as may be. */
    static ReminderSchedule of(PaymentView payment) {
        ReminderSchedule schedule = new ReminderSchedule();
        schedule.paymentId = payment.id();
        schedule.tenant = payment.websiteId().toString();
        schedule.clientId = payment.clientId();
        schedule.reference = payment.reference();
        schedule.amount = payment.amount();
        schedule.currency = payment.currency();
        schedule.createdAt = payment.createdAt();
        schedule.dueAt = payment.dueAt();
        schedule.nextActionAt = payment.createdAt();
        return schedule;
    }

    UUID websiteId() {
        return UUID.fromString(tenant);
    }
}
