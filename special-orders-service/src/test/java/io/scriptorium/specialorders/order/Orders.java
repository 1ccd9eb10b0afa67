package io.scriptorium.specialorders.order;

import io.scriptorium.platform.Role;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;

/** Orders without a database, in whatever status. */
final class Orders {
    static final Actor ADMIN = new Actor(UUID.randomUUID(), Role.ADMIN, Instant.parse("2026-03-01T12:00:00.123456Z"));
    static final Calendar CALENDAR = new Calendar(LocalDate.parse("2026-03-01"), ZoneId.of("Europe/Berlin"));
    static final BigDecimal HALF = new BigDecimal("50.00");

    private final SpecialOrder order;

    private Orders() {
        order = SpecialOrder.open(
                UUID.randomUUID().toString(),
                new OpenOrderRequest(OrderType.ESTIMATED, null, 10, "An analysis."),
                "USD",
                new Actor(UUID.randomUUID(), Role.CLIENT, Instant.parse("2026-03-01T11:00:00Z")));
        order.id = UUID.randomUUID();
    }

    /** Estimated at 100.00. */
    static Orders anOrder() {
        return new Orders();
    }

    Orders predefined() {
        order.orderType = OrderType.PREDEFINED;
        order.predefinedTypeId = UUID.randomUUID();
        order.predefinedTypeName = "Thesis chapter";
        order.totalCost = new BigDecimal("100.00");
        order.depositRequired = order.totalCost;
        return this;
    }

    SpecialOrder inquiry() {
        return order;
    }

    SpecialOrder estimated() {
        if (order.orderType == OrderType.ESTIMATED) {
            order.estimate(estimate(), HALF, ADMIN);
        } else {
            order.status = OrderStatus.AWAITING_APPROVAL;
        }
        return order;
    }

    SpecialOrder approved() {
        estimated().approve(new ApproveOrderRequest(null, null, null), HALF, CALENDAR, ADMIN);
        order.installments.forEach(installment -> installment.id = UUID.randomUUID());
        return order;
    }

    SpecialOrder in(OrderStatus status) {
        switch (status) {
            case INQUIRY -> inquiry();
            case AWAITING_APPROVAL -> estimated();
            case IN_PROGRESS -> approved().start("Because.", ADMIN);
            case ON_HOLD -> in(OrderStatus.IN_PROGRESS).hold("Because.", ADMIN);
            case COMPLETED -> in(OrderStatus.IN_PROGRESS).complete(CompletionMethod.WITH_FILES, "Because.", ADMIN);
            case CANCELLED -> approved().cancel("Because.", ADMIN);
        }
        return order;
    }

    static EstimateOrderRequest estimate() {
        return new EstimateOrderRequest(null, null, new BigDecimal("100.00"), null, null);
    }
}
