package io.scriptorium.specialorders.order;

import io.scriptorium.platform.Problem;
import io.scriptorium.specialorders.predefinedtype.PredefinedTypeView;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.TenantId;
import org.hibernate.annotations.UuidGenerator;

/**
 * An order that the ordinary form does not cover, with what is to be paid for it when. Each method is a step that the
 * history tells of; one that the present state does not allow changes nothing and is a 409.
 */
@Entity
class SpecialOrder {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal CENT = new BigDecimal("0.01");

    /** The largest sum that the columns hold. */
    private static final BigDecimal MOST = new BigDecimal("99999999.99");

    /** Void ones included, which stay: an event has them all. */
    private static final int MOST_INSTALLMENTS = 500;

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    @TenantId
    @Column(name = "website_id")
    String tenant;

    UUID clientId;
    UUID writerId;

    @Enumerated(EnumType.STRING)
    OrderType orderType;

    UUID predefinedTypeId;

    /** As it was called when the order was opened. */
    String predefinedTypeName;

    String inquiryDetails;
    Integer durationDays;
    BigDecimal pricePerDay;

    /** What the client pays for all of it; null until it is estimated. */
    BigDecimal totalCost;

    BigDecimal depositRequired;
    BigDecimal adminApprovedCost;
    String currency;
    boolean approved;
    Instant approvedAt;

    @Enumerated(EnumType.STRING)
    OrderStatus status = OrderStatus.INQUIRY;

    @Enumerated(EnumType.STRING)
    HoldCause holdCause;

    @Enumerated(EnumType.STRING)
    CompletionMethod completionMethod;

    /** Nobody approved it yet; the database computes it. */
    @Column(insertable = false, updatable = false)
    boolean toApprove;

    /** Staff owe it a price; the database computes it. */
    @Column(insertable = false, updatable = false)
    boolean toEstimate;

    String adminNotes;
    BigDecimal writerPayAmount;
    BigDecimal writerPayPercentage;
    Instant createdAt;
    Instant updatedAt;
    Instant completedAt;

    @Version
    long version;

    /** A republish reads those of a whole batch of orders at once. */
    @OneToMany(mappedBy = "order", cascade = CascadeType.ALL)
    @BatchSize(size = 200)
    @OrderBy("number")
    List<Installment> installments = new ArrayList<>();

    /** What happened in this transaction, to be written with it. */
    @Transient
    final List<HistoryEntry> happened = new ArrayList<>();

    static SpecialOrder open(String tenant, OpenOrderRequest request, String currency, Actor client) {
        SpecialOrder order = new SpecialOrder();
        order.tenant = tenant;
        order.clientId = client.accountId();
        order.orderType = request.orderType();
        order.inquiryDetails = request.inquiryDetails();
        order.durationDays = request.durationDays();
        order.currency = currency;
        order.createdAt = client.now();
        order.updatedAt = client.now();
        return order;
    }

    /** Takes the price of its duration, and asks for it whole. */
    void priceAs(PredefinedTypeView type, BigDecimal price) {
        predefinedTypeId = type.id();
        predefinedTypeName = type.name();
        totalCost = price;
        depositRequired = price;
    }

    UUID websiteId() {
        return UUID.fromString(tenant);
    }

    /** What the writer gets, as an amount; null while it, or the cost that it is a part of, is not known. */
    BigDecimal writerPay() {
        return writerPay(totalCost, writerPayAmount, writerPayPercentage);
    }

    static BigDecimal writerPay(BigDecimal totalCost, BigDecimal amount, BigDecimal percentage) {
        if (percentage == null) {
            return amount;
        }
        return totalCost == null ? null : percent(totalCost, percentage);
    }

    static BigDecimal percent(BigDecimal of, BigDecimal percentage) {
        return of.multiply(percentage).divide(HUNDRED, 2, RoundingMode.HALF_EVEN);
    }

    /** At least a cent, so that there always is a deposit whose payment starts the work. */
    static BigDecimal depositOf(BigDecimal cost, BigDecimal percentage) {
        return percent(cost, percentage).max(CENT);
    }

    void edit(OrderFields fields, Actor actor) {
        inquiryDetails = fields.inquiryDetails();
        adminNotes = fields.adminNotes();
        record(actor, HistoryAction.EDITED, "Edited details or notes", null);
    }

    void estimate(EstimateOrderRequest estimate, BigDecimal percentage, Actor actor) {
        OrderAction.ESTIMATE.mustBeLegal(this);
        Integer days = estimate.durationDays() == null ? durationDays : estimate.durationDays();
        BigDecimal cost;
        if (estimate.totalCost() == null) {
            if (days == null) {
                throw Problem.invalid("duration_days", "must be given: the order has none that the price could be for");
            }
            cost = estimate.pricePerDay().setScale(2).multiply(BigDecimal.valueOf(days));
            if (cost.compareTo(MOST) > 0) {
                throw Problem.invalid("price_per_day", "makes more than %s for %d days".formatted(MOST, days));
            }
        } else {
            cost = estimate.totalCost().setScale(2);
        }
        BigDecimal deposit = estimate.depositRequired() == null
                ? depositOf(cost, percentage)
                : estimate.depositRequired().setScale(2);
        if (deposit.compareTo(cost) > 0) {
            throw Problem.invalid("deposit_required", "must not be more than the total cost: " + cost);
        }
        durationDays = days;
        pricePerDay = estimate.totalCost() == null ? estimate.pricePerDay().setScale(2) : null;
        totalCost = cost;
        depositRequired = deposit;
        status = OrderStatus.AWAITING_APPROVAL;
        record(
                actor,
                HistoryAction.ESTIMATED,
                "Estimated at %s %s, deposit %s".formatted(cost, currency, deposit),
                estimate.reason());
    }

    /** @param percentage of an estimated order whose cost is another than was estimated */
    void approve(ApproveOrderRequest approval, BigDecimal percentage, Calendar calendar, Actor actor) {
        OrderAction.APPROVE.mustBeLegal(this);
        BigDecimal cost = approval.cost() == null ? totalCost : approval.cost().setScale(2);
        boolean sameCost = cost.compareTo(totalCost) == 0;
        BigDecimal deposit =
                orderType == OrderType.PREDEFINED ? cost : sameCost ? depositRequired : depositOf(cost, percentage);
        List<PlannedInstallment> planned =
                new Schedule(cost, deposit, calendar.today(), calendar.zone()).of(approval.scheduleOrUsual());
        BigDecimal quoted = totalCost;
        totalCost = cost;
        pricePerDay = sameCost ? pricePerDay : null;
        adminApprovedCost = cost;
        depositRequired = planned.get(0).amount();
        approved = true;
        approvedAt = actor.now();
        status = OrderStatus.AWAITING_APPROVAL;
        ask(planned, InstallmentKind.DEPOSIT);
        record(
                actor,
                HistoryAction.APPROVED,
                "Approved %s %s%s in %d installments, deposit %s"
                        .formatted(
                                cost,
                                currency,
                                sameCost ? "" : " (quoted were " + quoted + ")",
                                planned.size(),
                                depositRequired),
                approval.reason());
    }

    /** Before the deposit is paid. */
    void start(String reason, Actor actor) {
        OrderAction.START.mustBeLegal(this);
        status = OrderStatus.IN_PROGRESS;
        record(actor, HistoryAction.STARTED, "Started before the deposit was paid (override)", reason);
    }

    void hold(String reason, Actor actor) {
        OrderAction.HOLD.mustBeLegal(this);
        holdFor(HoldCause.STAFF);
        record(actor, HistoryAction.HELD, "Put on hold", reason);
    }

    void resume(String reason, Actor actor) {
        OrderAction.RESUME.mustBeLegal(this);
        goOn();
        record(actor, HistoryAction.RESUMED, "Resumed", reason);
    }

    void complete(CompletionMethod method, String reason, Actor actor) {
        OrderAction.COMPLETE.mustBeLegal(this);
        status = OrderStatus.COMPLETED;
        completionMethod = method;
        completedAt = actor.now();
        record(actor, HistoryAction.COMPLETED, "Completed: " + method.wireName, reason);
    }

    void cancel(String reason, Actor actor) {
        OrderAction.CANCEL.mustBeLegal(this);
        status = OrderStatus.CANCELLED;
        holdCause = null;
        int asked = withdraw();
        record(actor, HistoryAction.CANCELLED, "Cancelled; %d unpaid installments are void".formatted(asked), reason);
        installments.stream()
                .filter(installment -> installment.is(InstallmentStatus.PAID))
                .forEach(paid -> record(actor, HistoryAction.REFUND_DUE, "Cancelled with a paid " + paid, reason));
    }

    void mustBeCancellableByClient() {
        OrderAction.CANCEL.mustBeLegal(this);
        boolean untouched = (status == OrderStatus.INQUIRY || status == OrderStatus.AWAITING_APPROVAL)
                && installments.stream().noneMatch(installment -> installment.is(InstallmentStatus.PAID));
        if (!untouched) {
            throw Problem.conflict("Work or payment has begun; ask the staff to cancel the order.");
        }
    }

    void assign(AssignWriterRequest assignment, Actor actor) {
        OrderAction.ASSIGN_WRITER.mustBeLegal(this);
        writerId = assignment.writerId();
        writerPayAmount =
                assignment.payAmount() == null ? null : assignment.payAmount().setScale(2);
        writerPayPercentage = assignment.payPercentage() == null
                ? null
                : assignment.payPercentage().setScale(2);
        installments.forEach(installment -> installment.writerId = writerId);
        record(
                actor,
                HistoryAction.WRITER_ASSIGNED,
                "Assigned writer %s for %s"
                        .formatted(
                                writerId,
                                writerPayPercentage == null
                                        ? writerPayAmount + " " + currency
                                        : writerPayPercentage + " % of the total"),
                assignment.reason());
    }

    void reschedule(RescheduleOrderRequest wanted, Calendar calendar, Actor actor) {
        OrderAction.RESCHEDULE.mustBeLegal(this);
        BigDecimal rest = unscheduled();
        boolean started = status != OrderStatus.AWAITING_APPROVAL;
        List<PlannedInstallment> planned = new Schedule(
                        rest, started ? null : depositRequired, calendar.today(), calendar.zone())
                .of(wanted.scheduleOrUsual());
        int withdrawn = withdraw();
        ask(planned, started ? InstallmentKind.INSTALLMENT : InstallmentKind.DEPOSIT);
        if (!started) {
            depositRequired = planned.get(0).amount();
        }
        if (holdCause == HoldCause.PAYMENT_EXPIRED) {
            goOn();
        }
        record(
                actor,
                HistoryAction.RESCHEDULED,
                "%s %s in %d installments instead of %d".formatted(rest, currency, planned.size(), withdrawn),
                wanted.reason());
    }

    void payByOverride(UUID installmentId, String reason, Actor actor) {
        Installment installment = installment(installmentId);
        if (!installment.is(InstallmentStatus.UNPAID)) {
            throw Problem.conflict("The installment is %s; only an unpaid one can be marked paid."
                    .formatted(installment.status.wireName));
        }
        installment.pay(PaidBy.OVERRIDE, actor.now());
        record(actor, HistoryAction.INSTALLMENT_PAID, "Marked paid (override): " + installment, reason);
        startIfDepositPaid(actor);
    }

    /** What was heard of an installment's payment: {@link InstallmentPayment} says what to do about it. */
    void hear(PaymentState payment, Actor actor) {
        new InstallmentPayment(this, installment(payment.installmentId()), payment, actor).apply();
    }

    Installment installment(UUID installmentId) {
        return installments.stream()
                .filter(installment -> installment.id.equals(installmentId))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("installment " + installmentId));
    }

    /** What of the cost was not paid. */
    BigDecimal unscheduled() {
        BigDecimal paid = installments.stream()
                .filter(installment -> installment.is(InstallmentStatus.PAID))
                .map(installment -> installment.amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return adminApprovedCost.subtract(paid);
    }

    boolean hasExpiredPayment() {
        return installments.stream()
                .anyMatch(installment -> installment.is(InstallmentStatus.UNPAID) && installment.paymentExpired);
    }

    void startIfDepositPaid(Actor actor) {
        boolean depositPaid = installments.stream()
                .filter(installment -> installment.kind == InstallmentKind.DEPOSIT)
                .anyMatch(installment -> installment.is(InstallmentStatus.PAID));
        if (status == OrderStatus.AWAITING_APPROVAL && approved && depositPaid) {
            status = OrderStatus.IN_PROGRESS;
            record(actor, HistoryAction.STARTED, "Started: the deposit is paid", null);
            // Payments are heard of in any order: a later one may have expired already.
            holdIfPaymentExpired(actor);
        }
    }

    void holdIfPaymentExpired(Actor actor) {
        if (status == OrderStatus.IN_PROGRESS && hasExpiredPayment()) {
            holdFor(HoldCause.PAYMENT_EXPIRED);
            record(actor, HistoryAction.HELD, "Put on hold until what is due is rescheduled", "A payment expired");
        }
    }

    void record(Actor actor, HistoryAction action, String what, String why) {
        HistoryEntry entry = new HistoryEntry();
        entry.tenant = tenant;
        entry.orderId = id;
        entry.at = actor.now();
        entry.actorId = actor.accountId();
        entry.actorRole = actor.role();
        entry.action = action;
        entry.status = status;
        entry.what = what;
        entry.why = why;
        happened.add(entry);
        updatedAt = actor.now();
    }

    private void holdFor(HoldCause cause) {
        status = OrderStatus.ON_HOLD;
        holdCause = cause;
    }

    private void goOn() {
        status = OrderStatus.IN_PROGRESS;
        holdCause = null;
    }

    /** @return how many were unpaid, and are void now */
    private int withdraw() {
        List<Installment> unpaid = installments.stream()
                .filter(installment -> installment.is(InstallmentStatus.UNPAID))
                .toList();
        unpaid.forEach(installment -> installment.unpay(InstallmentStatus.VOID));
        return unpaid.size();
    }

    private void ask(List<PlannedInstallment> planned, InstallmentKind first) {
        if (installments.size() + planned.size() > MOST_INSTALLMENTS) {
            throw Problem.conflict("The order has had %d installments; with these it would have more than %d."
                    .formatted(installments.size(), MOST_INSTALLMENTS));
        }
        int number = installments.size();
        InstallmentKind kind = first;
        for (PlannedInstallment part : planned) {
            installments.add(Installment.of(this, part, ++number, kind));
            kind = InstallmentKind.INSTALLMENT;
        }
    }
}
