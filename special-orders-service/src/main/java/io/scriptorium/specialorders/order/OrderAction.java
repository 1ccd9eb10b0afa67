package io.scriptorium.specialorders.order;

import static io.scriptorium.specialorders.order.OrderStatus.AWAITING_APPROVAL;
import static io.scriptorium.specialorders.order.OrderStatus.CANCELLED;
import static io.scriptorium.specialorders.order.OrderStatus.COMPLETED;
import static io.scriptorium.specialorders.order.OrderStatus.INQUIRY;
import static io.scriptorium.specialorders.order.OrderStatus.IN_PROGRESS;
import static io.scriptorium.specialorders.order.OrderStatus.ON_HOLD;

import io.scriptorium.platform.Problem;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The state machine of an order: what may be done in which status, and where it leads. */
enum OrderAction {
    ESTIMATE(AWAITING_APPROVAL, INQUIRY, AWAITING_APPROVAL) {
        @Override
        boolean fits(SpecialOrder order) {
            return !order.approved && order.orderType == OrderType.ESTIMATED;
        }
    },
    APPROVE(AWAITING_APPROVAL, INQUIRY, AWAITING_APPROVAL) {
        @Override
        boolean fits(SpecialOrder order) {
            return !order.approved && order.totalCost != null;
        }
    },
    START(IN_PROGRESS, AWAITING_APPROVAL) {
        @Override
        boolean fits(SpecialOrder order) {
            return order.approved;
        }
    },
    HOLD(ON_HOLD, IN_PROGRESS),
    RESUME(IN_PROGRESS, ON_HOLD) {
        @Override
        boolean fits(SpecialOrder order) {
            return !order.hasExpiredPayment();
        }
    },
    COMPLETE(COMPLETED, IN_PROGRESS),
    CANCEL(CANCELLED, INQUIRY, AWAITING_APPROVAL, IN_PROGRESS, ON_HOLD),
    RESCHEDULE(null, AWAITING_APPROVAL, IN_PROGRESS, ON_HOLD, COMPLETED) {
        @Override
        boolean fits(SpecialOrder order) {
            return order.approved && order.unscheduled().signum() > 0;
        }
    },
    ASSIGN_WRITER(null, INQUIRY, AWAITING_APPROVAL, IN_PROGRESS, ON_HOLD);

    /** Where it leads; null for what leaves the status as it is. */
    final OrderStatus target;

    private final Set<OrderStatus> from;

    OrderAction(OrderStatus target, OrderStatus... from) {
        this.target = target;
        this.from = EnumSet.copyOf(Arrays.asList(from));
    }

    /** What an order must be beside its status. */
    boolean fits(SpecialOrder order) {
        return true;
    }

    boolean isLegal(SpecialOrder order) {
        return from.contains(order.status) && fits(order);
    }

    /** @throws Problem 409 that names what can be done instead, and what the order becomes by it */
    void mustBeLegal(SpecialOrder order) {
        if (!isLegal(order)) {
            throw Problem.conflict("The order is %s%s: it cannot %s. It can: %s."
                    .formatted(order.status.wireName, order.approved ? " and approved" : "", wireName(), legal(order)));
        }
    }

    private static String legal(SpecialOrder order) {
        String legal = Arrays.stream(values())
                .filter(action -> action.isLegal(order))
                .map(action -> action.target == null
                        ? action.wireName()
                        : action.wireName() + " (to become " + action.target.wireName + ")")
                .collect(Collectors.joining(", "));
        return legal.isEmpty() ? "nothing, that state is final" : legal;
    }

    private String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
