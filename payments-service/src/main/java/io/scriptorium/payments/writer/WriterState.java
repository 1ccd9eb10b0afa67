package io.scriptorium.payments.writer;

import java.math.BigDecimal;
import java.util.UUID;

/** What is read of writer-service's {@code writer.v1}. */
record WriterState(UUID id, UUID websiteId, UUID writerId, Level level, boolean isActive) {
    record Level(UUID id, String name, BigDecimal tipPercentage) {}
}
