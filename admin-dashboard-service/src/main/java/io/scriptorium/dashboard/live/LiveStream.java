package io.scriptorium.dashboard.live;

import io.scriptorium.dashboard.cache.Stale;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * One client's stream of one scope. What has not been told yet is kept as a set of dashboards: a client that reads
 * slowly gets fewer events, not old ones, and costs no more memory than one that reads at once.
 */
final class LiveStream {
    private final String scope;
    private final Duration heartbeat;
    private final Supplier<Long> lag;

    private final Set<String> untold = new TreeSet<>();
    private boolean everything = true;
    private UniEmitter<? super Void> waiting;

    /** @param lag must not block */
    LiveStream(String scope, Duration heartbeat, Supplier<Long> lag) {
        this.scope = scope;
        this.heartbeat = heartbeat;
        this.lag = lag;
    }

    /** Each event is made when the client is ready for it. */
    Multi<StreamEvent> events() {
        return Multi.createBy().repeating().uni(this::next).indefinitely();
    }

    void hear(Stale stale) {
        UniEmitter<? super Void> awake;
        synchronized (this) {
            if (stale.isEverything()) {
                everything = true;
            } else if (stale.scopes().contains(scope)) {
                untold.add(stale.dashboard());
            } else {
                return;
            }
            awake = waiting;
            waiting = null;
        }
        if (awake != null) {
            awake.complete(null);
        }
    }

    private Uni<StreamEvent> next() {
        return Uni.createFrom()
                .<Void>emitter(this::awaken)
                .ifNoItem()
                .after(heartbeat)
                .recoverWithUni(Uni.createFrom().voidItem())
                .map(awake -> take());
    }

    private void awaken(UniEmitter<? super Void> emitter) {
        synchronized (this) {
            if (!everything && untold.isEmpty()) {
                waiting = emitter;
                return;
            }
        }
        emitter.complete(null);
    }

    private synchronized StreamEvent take() {
        if (everything) {
            everything = false;
            untold.clear();
            return new StreamEvent.Reset();
        }
        if (untold.isEmpty()) {
            return new StreamEvent.Lag(lag.get());
        }
        List<String> dashboards = List.copyOf(untold);
        untold.clear();
        return new StreamEvent.Changed(dashboards);
    }
}
