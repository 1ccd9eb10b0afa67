package io.scriptorium.writers.earning;

import io.scriptorium.owner.inbox.ChangeHandler;
import io.scriptorium.owner.inbox.ReceivedChange;
import io.scriptorium.writers.orderrequest.OrderRequestService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** Special orders: the writer's pay of those that are completed, and how many the writer has to do. */
@ApplicationScoped
class OrderChangeHandler implements ChangeHandler {
    private final EarningBook book;
    private final OrderRequestService requests;

    OrderChangeHandler(EarningBook book, OrderRequestService requests) {
        this.book = book;
        this.requests = requests;
    }

    @Override
    public String topic() {
        return "special-orders.order.changes";
    }

    @Override
    public Set<String> types() {
        return Set.of("special-orders.order.changed", "special-orders.order.deleted");
    }

    @Override
    public void apply(ReceivedChange change) {
        SourceId id = new SourceId(SourceKind.ORDER, change.key());
        if (change.deleted()) {
            book.strike(id);
        } else {
            OrderState order = change.state(OrderState.class);
            book.enter(id, order.websiteId(), order.contribution());
        }
    }

    /**
     * Requests are locked after all writers of the batch: an approval locks the writer first, and a batch that held a
     * request while it waits for the next order's writer would wait in a circle with it.
     */
    @Override
    public void finish(List<ReceivedChange> applied) {
        requests.takenUp(applied.stream()
                .filter(change ->
                        change.deleted() || change.state(OrderState.class).isTakenUp())
                .map(ReceivedChange::key)
                .toList());
    }
}
