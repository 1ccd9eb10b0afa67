package io.scriptorium.demo;

/** A story of which each step needs the one before: when one is refused, the rest does not happen. */
final class Journey {
    private volatile boolean ended;

    void end() {
        ended = true;
    }

    boolean isOver() {
        return ended;
    }
}
