package io.scriptorium.writers.orderrequest;

import io.scriptorium.owner.test.Contract;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OrderRequestContractTest {
    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00.123456Z");

    @ParameterizedTest
    @EnumSource(OrderRequestStatus.class)
    void publishesWhatTheContractSays(OrderRequestStatus status) throws Exception {
        OrderRequest request = new OrderRequest();
        request.id = UUID.randomUUID();
        request.tenant = UUID.randomUUID().toString();
        request.writerId = UUID.randomUUID();
        request.orderId = UUID.randomUUID();
        request.reason = "I know the subject.";
        request.requestedAt = NOW;
        request.updatedAt = NOW;
        if (status != OrderRequestStatus.OPEN) {
            request.become(status, "Feedback", UUID.randomUUID(), NOW);
        }
        new Contract("order-request").fits(OrderRequestChange.of(request));
    }
}
