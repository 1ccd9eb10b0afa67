package io.scriptorium.specialorders.order;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A row of the list of installments. */
record InstallmentRow(
        UUID id,
        UUID orderId,
        String tenant,
        UUID clientId,
        UUID writerId,
        OrderType orderType,
        UUID predefinedTypeId,
        int number,
        InstallmentKind kind,
        BigDecimal amount,
        String currency,
        LocalDate dueOn,
        Instant dueAt,
        InstallmentStatus status,
        Instant paidAt) {

    /** In the order of the components. */
    static final String COLUMNS = """
            i.id, i.order.id, i.tenant, i.clientId, i.writerId, i.orderType, i.predefinedTypeId, i.number, i.kind,
            i.amount, i.currency, i.dueOn, i.dueAt, i.status, i.paidAt
            """;

    InstallmentDueView view(Instant now) {
        return new InstallmentDueView(
                id,
                orderId,
                UUID.fromString(tenant),
                clientId,
                writerId,
                orderType,
                predefinedTypeId,
                number,
                kind,
                amount,
                currency,
                dueOn,
                dueAt,
                status,
                status == InstallmentStatus.UNPAID && now.isAfter(dueAt),
                paidAt);
    }
}
