package io.scriptorium.writers.earning;

import io.scriptorium.owner.inbox.ChangeHandler;
import io.scriptorium.owner.inbox.ReceivedChange;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Tips: the writer's share of those that were paid, less what was refunded. */
@ApplicationScoped
class TipChangeHandler implements ChangeHandler {
    private final EarningBook book;

    TipChangeHandler(EarningBook book) {
        this.book = book;
    }

    @Override
    public String topic() {
        return "payments.tip.changes";
    }

    @Override
    public Set<String> types() {
        return Set.of("payments.tip.changed", "payments.tip.deleted");
    }

    @Override
    public void apply(ReceivedChange change) {
        SourceId id = new SourceId(SourceKind.TIP, change.key());
        if (change.deleted()) {
            book.strike(id);
        } else {
            TipState tip = change.state(TipState.class);
            book.enter(id, tip.websiteId(), tip.contribution());
        }
    }
}
