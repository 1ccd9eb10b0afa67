package io.scriptorium.specialorders.order;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** An installment with its order, in the list of what is due. */
public record InstallmentDueView(
        UUID id,
        UUID orderId,
        UUID websiteId,
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
        boolean overdue,
        Instant paidAt) {}
