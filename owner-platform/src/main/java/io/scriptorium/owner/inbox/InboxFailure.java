package io.scriptorium.owner.inbox;

/** The database did not do what the inbox asked; its cause says why. */
class InboxFailure extends RuntimeException {
    InboxFailure(String what, Throwable cause) {
        super(what, cause);
    }
}
