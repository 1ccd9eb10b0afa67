package io.scriptorium.payments.deletionmessage;

import io.scriptorium.outbox.ChangeSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Lets the outbox publish every deletion message again, or those of one website. */
@ApplicationScoped
class DeletionMessageChangeSource implements ChangeSource {
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final DeletionMessageRepository messages;

    DeletionMessageChangeSource(DeletionMessageRepository messages) {
        this.messages = messages;
    }

    @Override
    public String aggregate() {
        return "deletion-message";
    }

    @Override
    public Page lockedPage(String afterId, String tenant, int limit) {
        UUID after = afterId == null ? BEFORE_ALL : UUID.fromString(afterId);
        List<DeletionMessage> rows = messages.lockedAfter(after, tenant, limit);
        String last = rows.isEmpty() ? null : rows.get(rows.size() - 1).id.toString();
        return new Page(rows.stream().map(DeletionMessageChange::changed).toList(), last);
    }
}
