package io.scriptorium.writers.orderrequest;

import io.scriptorium.outbox.ChangeSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Lets the outbox publish every request for an order again, or those of one website. */
@ApplicationScoped
class OrderRequestChangeSource implements ChangeSource {
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final OrderRequestRepository requests;

    OrderRequestChangeSource(OrderRequestRepository requests) {
        this.requests = requests;
    }

    @Override
    public String aggregate() {
        return "order-request";
    }

    @Override
    public Page lockedPage(String afterId, String tenant, int limit) {
        UUID after = afterId == null ? BEFORE_ALL : UUID.fromString(afterId);
        List<OrderRequest> rows = requests.lockedAfter(after, tenant, limit);
        String last = rows.isEmpty() ? null : rows.get(rows.size() - 1).id.toString();
        return new Page(rows.stream().map(OrderRequestChange::changed).toList(), last);
    }
}
