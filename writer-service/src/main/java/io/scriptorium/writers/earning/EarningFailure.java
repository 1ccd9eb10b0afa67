package io.scriptorium.writers.earning;

/** The database did not do what was asked; its cause says why. */
class EarningFailure extends RuntimeException {
    EarningFailure(String what, Throwable cause) {
        super(what, cause);
    }
}
