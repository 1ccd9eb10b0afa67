package io.scriptorium.owner.clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;

/** The time, to the microsecond: what PostgreSQL keeps, so that an answer and a later read are alike. */
class UtcClock {
    /** What the marketplace goes by. */
    @Produces
    @ApplicationScoped
    Clock clock(MovedTime moved) {
        return new MovedClock(toTheMicrosecond(), moved);
    }

    @Produces
    @ApplicationScoped
    @WallClock
    Clock wallClock() {
        return toTheMicrosecond();
    }

    private static Clock toTheMicrosecond() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
    }
}
