package io.scriptorium.writers.ticket;

import io.scriptorium.outbox.ChangeSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Lets the outbox publish every ticket again, or those of one website. */
@ApplicationScoped
class TicketChangeSource implements ChangeSource {
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final TicketRepository tickets;

    TicketChangeSource(TicketRepository tickets) {
        this.tickets = tickets;
    }

    @Override
    public String aggregate() {
        return "ticket";
    }

    @Override
    public Page lockedPage(String afterId, String tenant, int limit) {
        UUID after = afterId == null ? BEFORE_ALL : UUID.fromString(afterId);
        List<Ticket> rows = tickets.lockedAfter(after, tenant, limit);
        String last = rows.isEmpty() ? null : rows.get(rows.size() - 1).id.toString();
        return new Page(rows.stream().map(TicketChange::changed).toList(), last);
    }
}
