package io.scriptorium.specialorders.writer;

import io.scriptorium.owner.inbox.ChangeHandler;
import io.scriptorium.owner.inbox.ReceivedChange;
import io.scriptorium.owner.inbox.UnreadableChange;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Hears of writers from writer-service. */
@ApplicationScoped
class WriterChangeHandler implements ChangeHandler {
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
        UnreadableChange.unless(state.isActive() != null, "is_active is missing");
        writers.keep(state);
    }
}
