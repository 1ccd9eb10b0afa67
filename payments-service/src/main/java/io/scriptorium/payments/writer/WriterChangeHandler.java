package io.scriptorium.payments.writer;

import io.scriptorium.owner.inbox.ChangeHandler;
import io.scriptorium.owner.inbox.ReceivedChange;
import io.scriptorium.owner.inbox.UnreadableChange;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Set;

/** Hears of writers and their levels from writer-service. */
@ApplicationScoped
class WriterChangeHandler implements ChangeHandler {
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    private final WriterService writers;

    WriterChangeHandler(WriterService writers) {
        this.writers = writers;
    }

    @Override
    public String topic() {
        return "writers.writer.changes";
    }

    @Override
    public Set<String> types() {
        return Set.of("writers.writer.changed", "writers.writer.deleted");
    }

    @Override
    public void apply(ReceivedChange change) {
        if (change.deleted()) {
            writers.forget(change.key());
            return;
        }
        WriterState state = change.state(WriterState.class);
        UnreadableChange.unless(change.key().equals(state.id()), "the key is not the profile's id");
        UnreadableChange.unless(state.websiteId() != null, "website_id is missing");
        UnreadableChange.unless(state.writerId() != null, "writer_id is missing");
        UnreadableChange.unless(
                state.level() == null || isWhole(state.level()), "level is not whole, or out of bounds");
        writers.keep(state);
    }

    /** A percentage of more than two decimals would be rounded by the column, and then split otherwise than announced. */
    private static boolean isWhole(WriterState.Level level) {
        BigDecimal percentage = level.tipPercentage();
        return level.id() != null
                && level.name() != null
                && percentage != null
                && percentage.signum() >= 0
                && percentage.compareTo(WHOLE) <= 0
                && percentage.stripTrailingZeros().scale() <= 2;
    }
}
