package io.scriptorium.payments.tip;

import io.scriptorium.outbox.ChangeSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Lets the outbox publish every tip again, or those of one website. */
@ApplicationScoped
class TipChangeSource implements ChangeSource {
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final TipRepository tips;

    TipChangeSource(TipRepository tips) {
        this.tips = tips;
    }

    @Override
    public String aggregate() {
        return "tip";
    }

    @Override
    public Page lockedPage(String afterId, String tenant, int limit) {
        List<Tip> rows = tips.lockedAfter(afterId == null ? BEFORE_ALL : UUID.fromString(afterId), tenant, limit);
        String last = rows.isEmpty() ? null : rows.get(rows.size() - 1).id.toString();
        return new Page(rows.stream().map(TipChange::changed).toList(), last);
    }
}
