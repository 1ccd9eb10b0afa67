package io.scriptorium.specialorders.order;

import static io.scriptorium.specialorders.order.Orders.ADMIN;
import static io.scriptorium.specialorders.order.Orders.CALENDAR;
import static io.scriptorium.specialorders.order.Orders.HALF;
import static io.scriptorium.specialorders.order.Orders.anOrder;
import static io.scriptorium.specialorders.order.Orders.estimate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scriptorium.platform.Problem;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every action in every state that an order can be in: what it leads to, or a 409 that names what is legal. */
class OrderTransitionTest {
    private static final Map<String, Supplier<SpecialOrder>> STATES = new LinkedHashMap<>();
    private static final Map<String, Consumer<SpecialOrder>> ACTIONS = new LinkedHashMap<>();

    /** What is legal where, and the status that it leads to. All that is not here is illegal. */
    private static final Map<String, Map<String, OrderStatus>> LEGAL = Map.of(
            "inquiry",
            Map.of(
                    "estimate", OrderStatus.AWAITING_APPROVAL,
                    "cancel", OrderStatus.CANCELLED,
                    "assign_writer", OrderStatus.INQUIRY),
            "predefined inquiry",
            Map.of(
                    "approve", OrderStatus.AWAITING_APPROVAL,
                    "cancel", OrderStatus.CANCELLED,
                    "assign_writer", OrderStatus.INQUIRY),
            "awaiting_approval",
            Map.of(
                    "estimate", OrderStatus.AWAITING_APPROVAL,
                    "approve", OrderStatus.AWAITING_APPROVAL,
                    "cancel", OrderStatus.CANCELLED,
                    "assign_writer", OrderStatus.AWAITING_APPROVAL),
            "awaiting_approval and approved",
            Map.of(
                    "start", OrderStatus.IN_PROGRESS,
                    "cancel", OrderStatus.CANCELLED,
                    "reschedule", OrderStatus.AWAITING_APPROVAL,
                    "assign_writer", OrderStatus.AWAITING_APPROVAL),
            "in_progress",
            Map.of(
                    "hold", OrderStatus.ON_HOLD,
                    "complete", OrderStatus.COMPLETED,
                    "cancel", OrderStatus.CANCELLED,
                    "reschedule", OrderStatus.IN_PROGRESS,
                    "assign_writer", OrderStatus.IN_PROGRESS),
            "on_hold",
            Map.of(
                    "resume", OrderStatus.IN_PROGRESS,
                    "cancel", OrderStatus.CANCELLED,
                    "reschedule", OrderStatus.ON_HOLD,
                    "assign_writer", OrderStatus.ON_HOLD),
            "on_hold as a payment expired",
            Map.of(
                    "cancel", OrderStatus.CANCELLED,
                    "reschedule", OrderStatus.IN_PROGRESS,
                    "assign_writer", OrderStatus.ON_HOLD),
            "completed",
            Map.of("reschedule", OrderStatus.COMPLETED),
            "completed and paid",
            Map.of(),
            "cancelled",
            Map.of());

    static {
        STATES.put("inquiry", () -> anOrder().inquiry());
        STATES.put("predefined inquiry", () -> anOrder().predefined().inquiry());
        STATES.put("awaiting_approval", () -> anOrder().estimated());
        STATES.put("awaiting_approval and approved", () -> anOrder().approved());
        STATES.put("in_progress", () -> anOrder().in(OrderStatus.IN_PROGRESS));
        STATES.put("on_hold", () -> anOrder().in(OrderStatus.ON_HOLD));
        STATES.put("on_hold as a payment expired", () -> {
            SpecialOrder order = anOrder().in(OrderStatus.IN_PROGRESS);
            order.installments.get(1).paymentExpired = true;
            order.holdIfPaymentExpired(ADMIN);
            return order;
        });
        STATES.put("completed", () -> anOrder().in(OrderStatus.COMPLETED));
        STATES.put("completed and paid", () -> {
            SpecialOrder order = anOrder().in(OrderStatus.COMPLETED);
            order.installments.forEach(installment -> installment.pay(PaidBy.PAYMENT, ADMIN.now()));
            return order;
        });
        STATES.put("cancelled", () -> anOrder().in(OrderStatus.CANCELLED));

        ACTIONS.put("estimate", order -> order.estimate(estimate(), HALF, ADMIN));
        ACTIONS.put(
                "approve", order -> order.approve(new ApproveOrderRequest(null, null, null), HALF, CALENDAR, ADMIN));
        ACTIONS.put("start", order -> order.start("Because.", ADMIN));
        ACTIONS.put("hold", order -> order.hold("Because.", ADMIN));
        ACTIONS.put("resume", order -> order.resume("Because.", ADMIN));
        ACTIONS.put("complete", order -> order.complete(CompletionMethod.BY_ADMIN, "Because.", ADMIN));
        ACTIONS.put("cancel", order -> order.cancel("Because.", ADMIN));
        ACTIONS.put(
                "reschedule", order -> order.reschedule(new RescheduleOrderRequest(null, "Because."), CALENDAR, ADMIN));
        ACTIONS.put(
                "assign_writer",
                order -> order.assign(new AssignWriterRequest(UUID.randomUUID(), BigDecimal.TEN, null, null), ADMIN));
    }

    static Stream<Arguments> matrix() {
        return STATES.keySet().stream()
                .flatMap(state -> ACTIONS.keySet().stream().map(action -> Arguments.of(state, action)));
    }

    @ParameterizedTest
    @MethodSource("matrix")
    void leadsWhereItShouldOrSaysWhatWould(String state, String action) {
        SpecialOrder order = STATES.get(state).get();
        OrderStatus before = order.status;
        int entries = order.happened.size();
        OrderStatus target = LEGAL.get(state).get(action);
        if (target != null) {
            ACTIONS.get(action).accept(order);
            assertThat(order.status).isEqualTo(target);
            assertThat(order.happened).hasSizeGreaterThan(entries);
            return;
        }
        List<String> others = LEGAL.get(state).entrySet().stream()
                .map(legal -> changesStatus(legal.getKey())
                        ? legal.getKey() + " (to become " + legal.getValue().wireName + ")"
                        : legal.getKey())
                .toList();
        assertThatThrownBy(() -> ACTIONS.get(action).accept(order))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(409))
                .hasMessageContaining("cannot " + action)
                .satisfies(problem -> {
                    String legal = problem.getMessage().split("It can: ")[1].replaceAll("\\.$", "");
                    if (others.isEmpty()) {
                        assertThat(legal).isEqualTo("nothing, that state is final");
                    } else {
                        assertThat(legal.split(", ")).containsExactlyInAnyOrderElementsOf(others);
                    }
                });
        assertThat(order.status).isEqualTo(before);
        assertThat(order.happened).hasSize(entries);
    }

    @Test
    void knowsEveryStatusAndEveryAction() {
        assertThat(STATES.values().stream().map(Supplier::get).map(order -> order.status))
                .contains(OrderStatus.values());
        assertThat(ACTIONS.keySet().stream().map(action -> action.toUpperCase(java.util.Locale.ROOT)))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(OrderAction.values()).map(Enum::name).toList());
        assertThat(LEGAL.keySet()).isEqualTo(STATES.keySet());
    }

    @Test
    void doesNotGrowForEver() {
        SpecialOrder order = anOrder().in(OrderStatus.IN_PROGRESS);
        RescheduleOrderRequest wanted =
                new RescheduleOrderRequest(new ScheduleFields(null, null, 60, null, null), "Again.");
        while (order.installments.size() + 60 <= 500) {
            order.reschedule(wanted, CALENDAR, ADMIN);
        }
        assertThatThrownBy(() -> order.reschedule(wanted, CALENDAR, ADMIN)).hasMessageContaining("more than 500");
    }

    private static boolean changesStatus(String action) {
        return !action.equals("reschedule") && !action.equals("assign_writer");
    }
}
