package io.scriptorium.dashboard.ingest;

/** A record that no repetition makes readable. Its message says why, for the dead letter. */
public class UnreadableChange extends Exception {
    UnreadableChange(String cause) {
        super(cause);
    }

    public static void unless(boolean fine, String cause) throws UnreadableChange {
        if (!fine) {
            throw new UnreadableChange(cause);
        }
    }
}
