package io.scriptorium.outbox;

import java.util.List;

/** Where the present state of one kind of aggregate comes from. A bean of the service, one per kind. */
public interface ChangeSource {
    /** What operators call it, such as {@code tip}; unique in the service. */
    String aggregate();

    /**
     * The next aggregates in the order of their ids, with their rows locked ({@code FOR UPDATE}): an update that runs at
     * the same time then gets its revision after this one, or is already part of the state. Runs in a transaction that
     * the {@link Republisher} opened.
     *
     * @param afterId the last id of the previous page; null to begin
     * @param tenant only those of one tenant; null for all
     * @param limit how many aggregates to lock at most
     */
    Page lockedPage(String afterId, String tenant, int limit);

    /**
     * @param changes what to append; one aggregate may give several, or none
     * @param lastId the id of the last aggregate on the page; null when there are no aggregates left
     */
    record Page(List<Change> changes, String lastId) {
        public Page {
            changes = List.copyOf(changes);
            if (!changes.isEmpty() && lastId == null) {
                throw new IllegalArgumentException("a page with changes needs the id where the next one begins");
            }
        }

        public static Page empty() {
            return new Page(List.of(), null);
        }
    }
}
