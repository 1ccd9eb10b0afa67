package io.scriptorium.payments.reminder;

/** A mail that was not taken. Its message names no address, so that it can be shown and logged. */
class PostFailure extends RuntimeException {
    private final boolean permanent;

    PostFailure(String reason, boolean permanent) {
        super(reason);
        this.permanent = permanent;
    }

    /** Whether trying again is of no use: this mail, or this address, was refused. */
    boolean isPermanent() {
        return permanent;
    }
}
