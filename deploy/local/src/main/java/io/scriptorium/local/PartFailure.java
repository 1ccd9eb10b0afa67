package io.scriptorium.local;

/** A part could not be started or stopped. The message is a sentence for whoever sits at the terminal. */
public final class PartFailure extends RuntimeException {
    public PartFailure(String message) {
        super(message);
    }

    public PartFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
