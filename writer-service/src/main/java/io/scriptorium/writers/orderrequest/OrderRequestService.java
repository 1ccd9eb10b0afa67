package io.scriptorium.writers.orderrequest;

import io.scriptorium.outbox.Outbox;
import io.scriptorium.owner.list.Filters;
import io.scriptorium.owner.list.ListParameters;
import io.scriptorium.platform.Caller;
import io.scriptorium.platform.Page;
import io.scriptorium.platform.Problem;
import io.scriptorium.platform.Role;
import io.scriptorium.platform.Versions;
import io.scriptorium.writers.level.LevelService;
import io.scriptorium.writers.level.LevelView;
import io.scriptorium.writers.writer.ClosedWriterView;
import io.scriptorium.writers.writer.WriterService;
import io.scriptorium.writers.writer.WriterView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Requests for orders, each change with its event in one transaction: if the process dies anywhere in a method, neither
 * is there; once it has committed, both are.
 *
 * <p>Locks are taken in one order, so that none waits in a circle: the writer, the order, then requests by their ids. The
 * inbox takes them in the same one: all writers of its batch, then the requests.
 */
@ApplicationScoped
public class OrderRequestService {
    private final OrderRequestRepository requests;
    private final WriterService writers;
    private final LevelService levels;
    private final Outbox outbox;
    private final Caller caller;
    private final Clock clock;

    OrderRequestService(
            OrderRequestRepository requests,
            WriterService writers,
            LevelService levels,
            Outbox outbox,
            Caller caller,
            Clock clock) {
        this.requests = requests;
        this.writers = writers;
        this.levels = levels;
        this.outbox = outbox;
        this.caller = caller;
        this.clock = clock;
    }

    /** Of the caller, who is locked meanwhile: of two at once, the second counts the first. */
    @Transactional
    OrderRequestView create(CreateOrderRequestRequest wanted) {
        WriterView writer = lockedCaller();
        LevelView level = levelOfOneWhoMayWork(writer);
        long open = requests.openOf(writer.writerId());
        if (open >= level.maxOpenOrderRequests()) {
            throw Problem.conflict(
                    "You have %d open requests, and level %s allows %d. Withdraw one, or await a decision."
                            .formatted(open, level.name(), level.maxOpenOrderRequests()));
        }
        requests.lockOrder(wanted.orderId());
        if (requests.isGiven(wanted.orderId())) {
            throw Problem.conflict("order_id", "is an order that is given to a writer; ask for another one");
        }
        OrderRequest request = new OrderRequest();
        request.tenant = writer.websiteId().toString();
        request.writerId = writer.writerId();
        request.orderId = wanted.orderId();
        request.reason = wanted.reason();
        request.requestedAt = clock.instant();
        request.updatedAt = request.requestedAt;
        requests.add(request);
        outbox.append(OrderRequestChange.changed(request));
        writers.seen(writer.writerId());
        return OrderRequestView.of(request);
    }

    @Transactional
    OrderRequestView read(UUID id) {
        return visible(id);
    }

    /** Writers see their own alone. */
    @Transactional
    Page<OrderRequestRowView> list(Filters filters, ListParameters parameters) {
        return requests.list(
                isWriter() ? filters.equal("r.writerId", Optional.of(caller.accountId())) : filters, parameters);
    }

    /** Gives the order to the writer, and rejects all others who ask for it. */
    @Transactional
    OrderRequestView approve(UUID id, String ifMatch) {
        OrderRequestView wanted = visible(id);
        WriterView writer = writers.lock(wanted.writerId()).orElseThrow();
        requests.lockOrder(wanted.orderId());
        List<OrderRequest> ofTheOrder = requests.lockedOfOrder(wanted);
        OrderRequest request = ofTheOrder.stream()
                .filter(each -> each.id.equals(id))
                .findFirst()
                .orElseThrow();
        Versions.matchIfSent(ifMatch, request.version);
        request.mayBecome(OrderRequestStatus.APPROVED);
        List<OrderRequest> others =
                ofTheOrder.stream().filter(each -> each != request).toList();
        if (others.stream().anyMatch(each -> !each.isOpen())) {
            throw OrderRequestRepository.given();
        }
        mayTakeOneMore(writer);
        Instant now = clock.instant();
        request.become(OrderRequestStatus.APPROVED, null, caller.accountId(), now);
        for (OrderRequest other : others) {
            other.become(
                    OrderRequestStatus.REJECTED, "The order was given to another writer.", caller.accountId(), now);
        }
        requests.flush();
        ofTheOrder.forEach(each -> outbox.append(OrderRequestChange.changed(each)));
        return OrderRequestView.of(request);
    }

    @Transactional
    OrderRequestView reject(UUID id, String ifMatch, String feedback) {
        OrderRequest request = requests.locked(id);
        Versions.matchIfSent(ifMatch, request.version);
        request.become(OrderRequestStatus.REJECTED, feedback, caller.accountId(), clock.instant());
        return published(request);
    }

    @Transactional
    OrderRequestView withdraw(UUID id, String ifMatch) {
        UUID writerId = visible(id).writerId();
        writers.lock(writerId).orElseThrow();
        OrderRequest request = requests.locked(id);
        Versions.matchIfSent(ifMatch, request.version);
        request.become(OrderRequestStatus.WITHDRAWN, null, caller.accountId(), clock.instant());
        OrderRequestView withdrawn = published(request);
        writers.seen(writerId);
        return withdrawn;
    }

    /** Whoever leaves asks for nothing any more. The writer is locked by the closing that this is part of. */
    void withdrawAllOf(@Observes ClosedWriterView writer) {
        for (OrderRequest request : requests.lockedOpenOf(writer.writerId())) {
            request.become(
                    OrderRequestStatus.WITHDRAWN,
                    "The writer's profile was closed.",
                    caller.accountId(),
                    clock.instant());
            published(request);
        }
    }

    /**
     * For other features: each of the orders has a writer, or needs none any more, so its approved request holds no place
     * among the writer's active orders from now on. To be called in the transaction that counts the orders as active,
     * once and after all writers that it locks. Nothing happens to an order without such a request, or told before.
     */
    @Transactional(TxType.MANDATORY)
    public void takenUp(Collection<UUID> orders) {
        if (!orders.isEmpty()) {
            requests.lockedApprovedOf(orders).forEach(request -> request.takenUp = true);
        }
    }

    private OrderRequestView published(OrderRequest request) {
        requests.flush();
        outbox.append(OrderRequestChange.changed(request));
        return OrderRequestView.of(request);
    }

    /** A place is taken from the approval on, whether or not the order's own event has come. */
    private void mayTakeOneMore(WriterView writer) {
        LevelView level = levelOfOneWhoMayWork(writer);
        long taken = writer.activeOrders() + requests.notTakenUpOf(writer.writerId());
        if (taken >= level.maxActiveOrders()) {
            throw Problem.conflict("The writer has %d active orders, and level %s allows %d."
                    .formatted(taken, level.name(), level.maxActiveOrders()));
        }
    }

    private LevelView levelOfOneWhoMayWork(WriterView writer) {
        if (!writer.isActive()) {
            throw Problem.conflict(
                    "The writer must be active or on probation, and is %s.".formatted(writer.statusName()));
        }
        if (writer.levelId() == null) {
            throw Problem.conflict("The writer has no level yet, which says how many orders at once; staff give one.");
        }
        return levels.find(writer.levelId()).orElseThrow();
    }

    private WriterView lockedCaller() {
        return writers.lock(caller.accountId())
                .orElseThrow(() -> Problem.conflict("You have no profile on this website. Apply first."));
    }

    private OrderRequestView visible(UUID id) {
        return requests.find(id)
                .filter(request -> !isWriter() || request.writerId().equals(caller.accountId()))
                .orElseThrow(() -> OrderRequestRepository.noSuchRequest(id));
    }

    private boolean isWriter() {
        return caller.role() == Role.WRITER;
    }
}
