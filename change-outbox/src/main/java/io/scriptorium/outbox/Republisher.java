package io.scriptorium.outbox;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Appends the present state of every aggregate again, in batches: the cure for a lost topic. */
@ApplicationScoped
public class Republisher {
    private static final Logger LOG = Logger.getLogger(Republisher.class);
    /** How many rows are locked at once. */
    private static final int BATCH = 200;

    private final Outbox outbox;
    private final Instance<ChangeSource> sources;

    @Inject
    public Republisher(Outbox outbox, @Any Instance<ChangeSource> sources) {
        this.outbox = outbox;
        this.sources = sources;
    }

    /**
     * Each batch is a transaction of its own, beside the caller's if there is one. Stopped half-way, it can simply be
     * run again.
     *
     * @param aggregate of which kind, as its {@link ChangeSource} says
     * @param tenant only those of one tenant; null for all
     * @return how many changes were appended
     * @throws IllegalArgumentException if there is no such kind; the message names those that there are
     */
    public long republish(String aggregate, String tenant) {
        ChangeSource source = source(aggregate);
        long count = 0;
        Optional<String> after = Optional.empty();
        do {
            String from = after.orElse(null);
            ChangeSource.Page page = QuarkusTransaction.requiringNew().call(() -> batch(source, from, tenant));
            count += page.changes().size();
            after = Optional.ofNullable(page.lastId());
        } while (after.isPresent());
        LOG.infof("Republished %d changes of %s", count, aggregate);
        return count;
    }

    private ChangeSource.Page batch(ChangeSource source, String after, String tenant) {
        ChangeSource.Page page = source.lockedPage(after, tenant, BATCH);
        if (page.lastId() != null && page.lastId().equals(after)) {
            throw new IllegalStateException(
                    "The source of " + source.aggregate() + " gives the same page for ever, after " + after);
        }
        page.changes().forEach(outbox::append);
        return page;
    }

    private ChangeSource source(String aggregate) {
        return sources.stream()
                .filter(source -> source.aggregate().equals(aggregate))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no aggregate \"" + aggregate + "\", only "
                        + String.join(
                                ", ",
                                sources.stream()
                                        .map(ChangeSource::aggregate)
                                        .sorted()
                                        .toList())));
    }
}
