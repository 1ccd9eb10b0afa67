package io.scriptorium.writers.earning;

import io.scriptorium.owner.inbox.ChangeHandler;
import io.scriptorium.owner.inbox.ReceivedChange;
import io.scriptorium.writers.orderrequest.OrderRequestService;
import jakarta.enterprise.context.ApplicationScoped;
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
            requests.takenUp(change.key());
        } else {
            OrderState order = change.state(OrderState.class);
            book.enter(id, order.websiteId(), order.contribution());
            if (order.isTakenUp()) {
                requests.takenUp(change.key());
            }
        }
    }
}
