package io.scriptorium.owner.inbox;

import io.scriptorium.owner.tenant.WebsiteTenant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What a service does when an aggregate of another service has changed. One bean for each topic; the inbox finds them
 * all.
 *
 * <p>A handler gets states, not steps: of several changes of one aggregate that wait together it may get the last
 * alone, and never one that is older than what it had. So it works from the difference between what it keeps and what
 * it gets. It asks nobody who is calling: nobody is.
 */
public interface ChangeHandler {
    String topic();

    /** The event types of that topic: of changes and of deletions. */
    Set<String> types();

    /**
     * Applies a change, in a transaction and as the tenant that {@link #tenantOf} says. The transaction also holds that
     * this revision was applied, so that both are there or neither is; other changes may be in it too.
     *
     * <p>Whatever it throws undoes all of it. {@link UnreadableChange}, a constraint of the database and what nobody
     * foresaw make it a refused change; a lock that was not had, or a database that is away, only a later one.
     */
    void apply(ReceivedChange change);

    /**
     * What is left to do when all changes of the transaction are applied, in the same transaction. Here is the place for
     * locks which come after others that the next change may still need: a batch then takes them in one order too.
     *
     * @param applied those that {@link #apply} was given; never empty
     */
    default void finish(List<ReceivedChange> applied) {}

    /** A website's id, or {@link WebsiteTenant#ALL}: for deletions, which do not say whose the aggregate was. */
    default String tenantOf(ReceivedChange change) {
        return change.websiteId().map(UUID::toString).orElse(WebsiteTenant.ALL);
    }
}
