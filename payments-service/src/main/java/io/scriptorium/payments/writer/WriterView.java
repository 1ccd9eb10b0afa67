package io.scriptorium.payments.writer;

import java.math.BigDecimal;
import java.util.UUID;

/**
 * @param writerId the writer's account
 * @param levelId null, as the name and the percentage are, for a writer without a level
 * @param tipPercentage the writer's share of a tip, 0 to 100 with two decimals
 */
public record WriterView(UUID writerId, UUID levelId, String levelName, BigDecimal tipPercentage, boolean active) {
    static WriterView of(Writer writer) {
        return new WriterView(writer.writerId, writer.levelId, writer.levelName, writer.tipPercentage, writer.active);
    }

    public boolean hasLevel() {
        return levelId != null;
    }
}
