package io.scriptorium.specialorders.order;

import static io.scriptorium.specialorders.order.Orders.ADMIN;
import static io.scriptorium.specialorders.order.Orders.anOrder;

import io.scriptorium.owner.test.Contract;
import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OrderContractTest {
    private final Contract contract = new Contract("order");

    @ParameterizedTest
    @EnumSource(OrderStatus.class)
    void publishesWhatTheContractSays(OrderStatus status) throws Exception {
        contract.fits(OrderChange.of(anOrder().in(status)));
        SpecialOrder predefined = anOrder().predefined().in(status);
        if (predefined.approved) {
            predefined.installments.get(0).pay(PaidBy.PAYMENT, ADMIN.now());
            predefined.writerId = predefined.clientId;
            predefined.writerPayPercentage = new BigDecimal("33.33");
        }
        contract.fits(OrderChange.of(predefined));
    }
}
