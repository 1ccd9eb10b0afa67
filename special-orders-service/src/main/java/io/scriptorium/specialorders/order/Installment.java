package io.scriptorium.specialorders.order;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.hibernate.annotations.UuidGenerator;

/** A part of what an order costs, and when it is due. Part of the order: changed only under its lock. */
@Entity
class Installment {
    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    @TenantId
    @Column(name = "website_id")
    String tenant;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "order_id")
    SpecialOrder order;

    /** This and the next four are the order's. */
    UUID clientId;

    UUID writerId;

    @Enumerated(EnumType.STRING)
    OrderType orderType;

    UUID predefinedTypeId;
    String currency;

    int number;

    @Enumerated(EnumType.STRING)
    InstallmentKind kind;

    BigDecimal amount;
    LocalDate dueOn;

    /** The last moment of the due date on the website; whoever pays later is late. */
    Instant dueAt;

    @Enumerated(EnumType.STRING)
    InstallmentStatus status = InstallmentStatus.UNPAID;

    Instant paidAt;

    @Enumerated(EnumType.STRING)
    PaidBy paidBy;

    /** What was last heard of its payment, the only one it ever has. */
    UUID paymentId;

    boolean paymentPaid;
    boolean paymentRefunded;
    boolean paymentCancelled;
    boolean paymentExpired;

    static Installment of(SpecialOrder order, PlannedInstallment planned, int number, InstallmentKind kind) {
        Installment installment = new Installment();
        installment.tenant = order.tenant;
        installment.order = order;
        installment.clientId = order.clientId;
        installment.writerId = order.writerId;
        installment.orderType = order.orderType;
        installment.predefinedTypeId = order.predefinedTypeId;
        installment.currency = order.currency;
        installment.number = number;
        installment.kind = kind;
        installment.amount = planned.amount();
        installment.dueOn = planned.dueOn();
        installment.dueAt = planned.dueAt();
        return installment;
    }

    boolean is(InstallmentStatus other) {
        return status == other;
    }

    boolean overdue(Instant now) {
        return is(InstallmentStatus.UNPAID) && now.isAfter(dueAt);
    }

    void pay(PaidBy by, Instant at) {
        status = InstallmentStatus.PAID;
        paidBy = by;
        paidAt = at;
    }

    /** Asked for again after a refund, or no longer asked for. */
    void unpay(InstallmentStatus next) {
        status = next;
        paidBy = null;
        paidAt = null;
    }

    @Override
    public String toString() {
        return "installment %d (%s %s, due on %s)".formatted(number, amount, currency, dueOn);
    }
}
