package io.scriptorium.local;

/** A real server that runs as a child process of this JVM, on 127.0.0.1, with its data in a folder of its own. */
public interface Part extends AutoCloseable {
    /** For people: {@code postgres}, {@code redis}, {@code kafka}. */
    String name();

    int port();

    long pid();

    /** Whether the process lives <em>and</em> its port answers: either alone can be somebody else's. */
    boolean isAlive();

    /** {@code kill -9}, and waits until it is gone. The data folder stays locked for {@link #restart()}. */
    void kill();

    /** Starts it again on the same folder and port, stopping it first if it lives. */
    void restart();

    /** Stops it in order, and gives up the data folder. */
    @Override
    void close();
}
