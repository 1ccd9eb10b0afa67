package io.scriptorium.specialorders.order;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.scriptorium.outbox.Outbox;
import io.scriptorium.owner.inbox.UnreadableChange;
import io.scriptorium.owner.list.Filters;
import io.scriptorium.owner.list.ListParameters;
import io.scriptorium.platform.Caller;
import io.scriptorium.platform.MergePatch;
import io.scriptorium.platform.Page;
import io.scriptorium.platform.Problem;
import io.scriptorium.platform.Role;
import io.scriptorium.platform.Versions;
import io.scriptorium.specialorders.depositsetting.DepositSettingService;
import io.scriptorium.specialorders.predefinedtype.PredefinedTypeService;
import io.scriptorium.specialorders.predefinedtype.PredefinedTypeView;
import io.scriptorium.specialorders.website.WebsiteService;
import io.scriptorium.specialorders.website.WebsiteView;
import io.scriptorium.specialorders.writer.WriterService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;

/**
 * Special orders, each step with its history and its event in one transaction. What a step does, and when it is
 * allowed, the order itself says.
 */
@ApplicationScoped
public class OrderService {
    private final OrderRepository orders;
    private final PredefinedTypeService types;
    private final DepositSettingService deposits;
    private final WriterService writers;
    private final WebsiteService websites;
    private final Outbox outbox;
    private final MergePatch mergePatch;
    private final Caller caller;
    private final Clock clock;

    OrderService(
            OrderRepository orders,
            PredefinedTypeService types,
            DepositSettingService deposits,
            WriterService writers,
            WebsiteService websites,
            Outbox outbox,
            MergePatch mergePatch,
            Caller caller,
            Clock clock) {
        this.orders = orders;
        this.types = types;
        this.deposits = deposits;
        this.writers = writers;
        this.websites = websites;
        this.outbox = outbox;
        this.mergePatch = mergePatch;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    ClientOrderView open(OpenOrderRequest request) {
        String tenant = caller.websiteId().orElseThrow();
        Actor client = Actor.of(caller, clock.instant());
        SpecialOrder order = SpecialOrder.open(
                tenant, request, website(UUID.fromString(tenant)).currency(), client);
        if (request.orderType() == OrderType.PREDEFINED) {
            price(order, request);
        } else if (request.predefinedTypeId() != null) {
            throw Problem.invalid("predefined_type_id", "must be left out of an estimated order");
        }
        orders.add(order);
        order.record(client, HistoryAction.OPENED, "Opened an inquiry", null);
        publish(order);
        return ClientOrderView.of(order, client.now());
    }

    private void price(SpecialOrder order, OpenOrderRequest request) {
        if (request.predefinedTypeId() == null) {
            throw Problem.invalid("predefined_type_id", "must not be null");
        }
        if (request.durationDays() == null) {
            throw Problem.invalid("duration_days", "must not be null");
        }
        PredefinedTypeView type = types.findActive(request.predefinedTypeId())
                .orElseThrow(() -> Problem.invalid("predefined_type_id", "must be the id of an active type"));
        BigDecimal price = type.priceOf(request.durationDays())
                .orElseThrow(() -> Problem.invalid("duration_days", "must be one of the type's durations"));
        order.priceAs(type, price);
    }

    /** As whoever asks may see it: staff all of it, a client the own, a writer the assigned. */
    @Transactional
    Versioned read(UUID id) {
        SpecialOrder order = orders.find(id).filter(this::isTheirs).orElseThrow(() -> notFound(id));
        return seen(order);
    }

    /** All of them: an order has a few hundred at most. */
    @Transactional
    Page<InstallmentView> installmentsOf(UUID id) {
        SpecialOrder order = orders.find(id).filter(this::isTheirs).orElseThrow(() -> notFound(id));
        return new Page<>(InstallmentView.of(order.installments, clock.instant()), null);
    }

    private boolean isTheirs(SpecialOrder order) {
        return switch (caller.role()) {
            case CLIENT -> order.clientId.equals(caller.accountId());
            case WRITER -> caller.accountId().equals(order.writerId);
            default -> true;
        };
    }

    private Versioned seen(SpecialOrder order) {
        Instant now = clock.instant();
        Object view = switch (caller.role()) {
            case CLIENT -> ClientOrderView.of(order, now);
            case WRITER -> WriterOrderView.of(order);
            default -> OrderView.of(order, now);
        };
        return new Versioned(view, order.version);
    }

    /** @param view of the type that the caller's role sees */
    record Versioned(Object view, long version) {}

    boolean isForWriter() {
        return caller.role() == Role.WRITER;
    }

    @Transactional
    Page<?> list(Filters filters, ListParameters parameters) {
        return switch (caller.role()) {
            case CLIENT ->
                orders.list(filters.equal("o.clientId", Optional.of(caller.accountId())), parameters)
                        .map(ClientOrderSummaryView::of);
            case WRITER ->
                orders.list(filters.equal("o.writerId", Optional.of(caller.accountId())), parameters)
                        .map(WriterOrderSummaryView::of);
            default -> orders.list(filters, parameters).map(OrderSummaryView::of);
        };
    }

    /** Nobody approved it yet. */
    @Transactional
    Page<OrderSummaryView> approvalQueue(Filters filters, ListParameters parameters) {
        return orders.queue(filters.is("o.toApprove"), parameters).map(OrderSummaryView::of);
    }

    /** Staff owe it a price. */
    @Transactional
    Page<OrderSummaryView> estimatedQueue(Filters filters, ListParameters parameters) {
        return orders.queue(filters.is("o.toEstimate"), parameters).map(OrderSummaryView::of);
    }

    /** @param state null for paid and unpaid ones */
    @Transactional
    InstallmentPageView installments(
            InstallmentFilter filter, Optional<InstallmentState> state, boolean statistics, ListParameters parameters) {
        Instant now = clock.instant();
        filter.equal(
                "i.status",
                state.map(asked -> asked == InstallmentState.PAID ? InstallmentStatus.PAID : InstallmentStatus.UNPAID));
        filter.compared(
                "i.dueAt", "<", state.filter(InstallmentState.OVERDUE::equals).map(overdue -> now));
        Page<InstallmentDueView> page = orders.installments(filter, parameters).map(row -> row.view(now));
        List<InstallmentStatisticsView> all = statistics ? orders.statistics(filter, now) : null;
        return new InstallmentPageView(page.items(), page.nextCursor(), all);
    }

    /** The oldest first. An order without any entry is none: each has had one since it was opened. */
    @Transactional
    Page<HistoryEntryView> history(UUID id, ListParameters parameters) {
        Page<HistoryEntryView> page = orders.history(id, parameters);
        if (page.items().isEmpty()) {
            throw notFound(id);
        }
        return page;
    }

    @Transactional(rollbackOn = Exception.class)
    Versioned update(UUID id, String ifMatch, JsonNode patch) throws JsonProcessingException {
        SpecialOrder order = orders.locked(id);
        Versions.requireMatch(ifMatch, order.version);
        OrderFields wanted =
                mergePatch.apply(new OrderFields(order.inquiryDetails, order.adminNotes), patch, OrderFields.class);
        order.edit(wanted, Actor.of(caller, clock.instant()));
        publish(order);
        return seen(order);
    }

    @Transactional
    Versioned estimate(UUID id, String ifMatch, EstimateOrderRequest request) {
        request.mustNameOnePrice();
        return step(
                id, ifMatch, (order, actor) -> order.estimate(request, deposits.percentage(order.websiteId()), actor));
    }

    @Transactional
    Versioned approve(UUID id, String ifMatch, ApproveOrderRequest request) {
        return step(
                id,
                ifMatch,
                (order, actor) ->
                        order.approve(request, deposits.percentage(order.websiteId()), calendar(order, actor), actor));
    }

    @Transactional
    Versioned start(UUID id, String ifMatch, String reason) {
        return step(id, ifMatch, (order, actor) -> order.start(reason, actor));
    }

    @Transactional
    Versioned hold(UUID id, String ifMatch, String reason) {
        return step(id, ifMatch, (order, actor) -> order.hold(reason, actor));
    }

    @Transactional
    Versioned resume(UUID id, String ifMatch, String reason) {
        return step(id, ifMatch, (order, actor) -> order.resume(reason, actor));
    }

    @Transactional
    Versioned complete(UUID id, String ifMatch, CompleteOrderRequest request) {
        if (request.method() == CompletionMethod.BY_ADMIN && caller.role() == Role.SUPPORT) {
            throw Problem.forbidden("Only an admin completes an order by_admin.");
        }
        return step(id, ifMatch, (order, actor) -> order.complete(request.method(), request.reason(), actor));
    }

    /** A client takes back the own order while no work and no money is in it. */
    @Transactional
    Versioned cancel(UUID id, String ifMatch, String reason) {
        return step(id, ifMatch, (order, actor) -> {
            if (caller.role() == Role.CLIENT) {
                order.mustBeCancellableByClient();
            }
            order.cancel(reason, actor);
        });
    }

    @Transactional
    Versioned assign(UUID id, String ifMatch, AssignWriterRequest request) {
        request.mustNameOnePay();
        return step(id, ifMatch, (order, actor) -> {
            OrderAction.ASSIGN_WRITER.mustBeLegal(order);
            if (!writers.worksFor(order.tenant, request.writerId())) {
                throw Problem.invalid("writer_id", "must be the account of an active writer of the website");
            }
            order.assign(request, actor);
        });
    }

    @Transactional
    Versioned reschedule(UUID id, String ifMatch, RescheduleOrderRequest request) {
        return step(id, ifMatch, (order, actor) -> order.reschedule(request, calendar(order, actor), actor));
    }

    @Transactional
    Versioned payByOverride(UUID id, UUID installmentId, String ifMatch, String reason) {
        return step(id, ifMatch, (order, actor) -> order.payByOverride(installmentId, reason, actor));
    }

    /** Within the transaction of the inbox. */
    void hear(PaymentState payment) {
        SpecialOrder order = orders.lockedOf(payment.installmentId())
                .orElseThrow(() -> new UnreadableChange("there is no such installment"));
        order.hear(payment, Actor.payment(clock.instant()));
        if (!order.happened.isEmpty()) {
            publish(order);
        }
    }

    private Versioned step(UUID id, String ifMatch, BiConsumer<SpecialOrder, Actor> step) {
        SpecialOrder order = orders.locked(id);
        if (!isTheirs(order)) {
            throw notFound(id);
        }
        Versions.matchIfSent(ifMatch, order.version);
        step.accept(order, Actor.of(caller, clock.instant()));
        publish(order);
        return seen(order);
    }

    private void publish(SpecialOrder order) {
        orders.write(order);
        outbox.append(OrderChange.changed(order));
    }

    private Calendar calendar(SpecialOrder order, Actor actor) {
        return Calendar.of(website(order.websiteId()), actor.now());
    }

    private WebsiteView website(UUID id) {
        return websites.find(id).orElseThrow(() -> new UnheardOfWebsite(id));
    }

    private static Problem notFound(UUID id) {
        return Problem.notFound("special order " + id);
    }
}
