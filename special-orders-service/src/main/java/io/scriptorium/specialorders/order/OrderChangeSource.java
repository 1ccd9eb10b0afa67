package io.scriptorium.specialorders.order;

import io.scriptorium.outbox.ChangeSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Lets the outbox publish every order again, or those of one website. */
@ApplicationScoped
class OrderChangeSource implements ChangeSource {
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final OrderRepository orders;

    OrderChangeSource(OrderRepository orders) {
        this.orders = orders;
    }

    @Override
    public String aggregate() {
        return "order";
    }

    @Override
    public Page lockedPage(String afterId, String tenant, int limit) {
        UUID after = afterId == null ? BEFORE_ALL : UUID.fromString(afterId);
        List<SpecialOrder> rows = orders.lockedAfter(after, tenant, limit);
        String last = rows.isEmpty() ? null : rows.get(rows.size() - 1).id.toString();
        return new Page(rows.stream().map(OrderChange::changed).toList(), last);
    }
}
