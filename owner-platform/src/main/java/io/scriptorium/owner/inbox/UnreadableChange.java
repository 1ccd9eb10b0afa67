package io.scriptorium.owner.inbox;

/**
 * A change that no repetition makes acceptable. Its message says why, for the people who look at refused changes; it
 * quotes nothing of the change but names.
 */
public class UnreadableChange extends RuntimeException {
    public UnreadableChange(String cause) {
        super(cause);
    }

    public static void unless(boolean fine, String cause) {
        if (!fine) {
            throw new UnreadableChange(cause);
        }
    }
}
