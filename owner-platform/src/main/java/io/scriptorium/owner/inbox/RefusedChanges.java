package io.scriptorium.owner.inbox;

import io.scriptorium.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What to do about changes that could not be applied. */
@ApplicationScoped
public class RefusedChanges {
    private final ChangeHandlers handlers;
    private final InboxTransaction transaction;
    private final RefusedTable table;

    RefusedChanges(ChangeHandlers handlers, InboxTransaction transaction, RefusedTable table) {
        this.handlers = handlers;
        this.transaction = transaction;
        this.table = table;
    }

    /** The newest first. */
    List<RefusedChangeView> page(long beforeId, int rows) {
        return table.page(beforeId, rows);
    }

    RefusedChangeView read(long id) {
        return table.read(id).orElseThrow(() -> notThere(id));
    }

    /** Gives it up for good. If its aggregate is still wanted, have its owner publish it again. */
    void discard(long id) {
        if (!table.discard(id)) {
            throw notThere(id);
        }
    }

    /**
     * Applies it now, unless something newer has been, and lets it go; in one transaction, so that if the process dies
     * it is either still refused or applied.
     *
     * @return whether it was applied, rather than overtaken
     * @throws Problem 409 when it is refused again
     */
    boolean retry(long id) {
        ConsumerRecord<String, byte[]> record = table.record(id).orElseThrow(() -> notThere(id));
        try {
            Arrival arrival = Arrival.of(record, handlers);
            return transaction.apply(arrival.tenant(), List.of(arrival), () -> letGo(id)) == 1;
        } catch (AlreadyGone another) {
            throw notThere(id);
        } catch (RuntimeException failure) {
            String cause = Refusal.causeOf(failure).orElseThrow(() -> failure);
            table.giveCause(id, cause);
            throw Problem.conflict("It is refused again: " + cause + ".");
        }
    }

    /** Of two who retry at once, the second finds it gone, and undoes what it did. */
    private void letGo(long id) {
        if (!table.discard(id)) {
            throw new AlreadyGone();
        }
    }

    private static Problem notThere(long id) {
        return Problem.notFound("refused change " + id);
    }

    private static final class AlreadyGone extends RuntimeException {}
}
