package io.scriptorium.writers.writer;

import io.scriptorium.outbox.Change;
import io.scriptorium.writers.level.LevelView;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/** The public state of a writer: {@code contracts/writer.v1.schema.json}. Nothing of it is ever deleted. */
record WriterChange(
        UUID id,
        UUID websiteId,
        UUID writerId,
        String registrationId,
        String penName,
        Level level,
        WriterStatus status,
        boolean isActive,
        boolean isAvailableForAutoAssignments,
        BigDecimal rating,
        int reviews,
        int completedOrders,
        int activeOrders,
        BigDecimal totalEarnings,
        boolean verified,
        Instant createdAt,
        Instant updatedAt,
        Instant lastActiveAt) {

    private static final String TOPIC = "writers.writer.changes";
    private static final String SCHEMA = "urn:scriptorium:writers:writer:v1";

    record Level(UUID id, String name, int rank, BigDecimal tipPercentage) {
        static Level of(LevelView level) {
            return level == null ? null : new Level(level.id(), level.name(), level.rank(), level.tipPercentage());
        }
    }

    static Change changed(WriterProfile writer, LevelView level) {
        return Change.changed(TOPIC, writer.id.toString(), "writers.writer.changed", SCHEMA, of(writer, level));
    }

    /** @param level as it is after the writer was locked; null while the writer has none */
    static WriterChange of(WriterProfile writer, LevelView level) {
        return new WriterChange(
                writer.id,
                UUID.fromString(writer.tenant),
                writer.writerId,
                writer.registrationId,
                writer.penName,
                Level.of(level),
                writer.status,
                writer.status.mayWork(),
                writer.isAvailableForAutoAssignments,
                writer.rating,
                writer.reviews,
                writer.completedOrders,
                writer.activeOrders,
                writer.totalEarnings,
                writer.verified,
                writer.createdAt,
                writer.updatedAt,
                writer.lastActiveAt);
    }
}
