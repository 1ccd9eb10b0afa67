package io.scriptorium.owner.inbox;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Every handler, by topic. */
@ApplicationScoped
class ChangeHandlers {
    private final Map<String, ChangeHandler> byTopic = new HashMap<>();

    ChangeHandlers(@All List<ChangeHandler> all) {
        for (ChangeHandler handler : all) {
            if (byTopic.put(handler.topic(), handler) != null) {
                throw new IllegalStateException("two handlers read " + handler.topic());
            }
        }
    }

    /** @throws UnreadableChange when nobody here knows what to do with it */
    ChangeHandler of(ReceivedChange change) {
        ChangeHandler handler = byTopic.get(change.topic());
        UnreadableChange.unless(handler != null, "nothing here reads this topic");
        // The type is not repeated: it may be anything.
        UnreadableChange.unless(handler.types().contains(change.type()), "its type is unknown here");
        return handler;
    }
}
