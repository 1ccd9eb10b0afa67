package io.scriptorium.demo;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;

/** A story of which each step needs the one before: when one is refused, the rest does not happen. */
final class Journey {
    private volatile boolean ended;
    private CompletableFuture<Void> last = CompletableFuture.completedFuture(null);

    /** Once what was to be done before is done. */
    synchronized Future<Void> next(Executor by, Runnable step) {
        last = last.thenRunAsync(step, by);
        return last;
    }

    void end() {
        ended = true;
    }

    boolean isOver() {
        return ended;
    }
}
