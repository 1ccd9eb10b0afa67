package io.scriptorium.demo;

/** An answer of 4xx. Some are part of any market: a payment expired before it was paid, a place was taken. */
final class Refused extends RuntimeException {
    private final int status;

    Refused(String what, int status) {
        super(what);
        this.status = status;
    }

    int status() {
        return status;
    }
}
