package io.scriptorium.launcher;

/** A process that is to run as long as the suite does. */
interface Supervised {
    String name();

    int port();

    /** Null if it has none. */
    Integer managementPort();

    long pid();

    /** Whether the process lives, ready or not. */
    boolean isRunning();

    /** How it ended, in words. Call it only when it does not run. */
    String ending();

    /**
     * Starts it again, stopping it first if it lives, and waits until it is ready.
     *
     * @throws io.scriptorium.local.PartFailure with the end of its log
     */
    void restart();

    /** Stops it in order; nothing happens if it does not run. */
    void stop();
}
