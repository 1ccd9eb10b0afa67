package io.scriptorium.writers.level;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * A level as the API shows it.
 *
 * @param tipPercentage the writer's share of a tip, of 100, to two decimals
 */
public record LevelView(
        UUID id,
        UUID websiteId,
        String name,
        int rank,
        BigDecimal tipPercentage,
        int maxOpenOrderRequests,
        int maxActiveOrders,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    static LevelView of(WriterLevel level) {
        return new LevelView(
                level.id,
                UUID.fromString(level.tenant),
                level.name,
                level.rank,
                level.tipPercentage,
                level.maxOpenOrderRequests,
                level.maxActiveOrders,
                level.createdAt,
                level.updatedAt,
                level.version);
    }
}
