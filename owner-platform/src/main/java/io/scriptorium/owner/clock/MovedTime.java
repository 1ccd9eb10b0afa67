package io.scriptorium.owner.clock;

import io.scriptorium.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * How far the marketplace's clock is put back: not at all, unless this installation allows it and somebody does it. It
 * goes right again by itself when whoever moved it is not heard of any more.
 */
@ApplicationScoped
class MovedTime {
    /** Whoever moves the clock does so again and again; one who died must not leave it wrong. */
    static final Duration HELD = Duration.ofSeconds(60);

    private static final Logger LOG = Logger.getLogger(MovedTime.class);

    private final Clock wall;
    /** How long it was held must not depend on any clock that may be set. */
    private final LongSupplier nanos;

    private final boolean allowed;
    private volatile Back back = Back.NONE;

    @Inject
    MovedTime(
            @WallClock Clock wall,
            @ConfigProperty(name = "scriptorium.clock.movable", defaultValue = "false") boolean allowed) {
        this(wall, System::nanoTime, allowed);
    }

    MovedTime(Clock wall, LongSupplier nanos, boolean allowed) {
        this.wall = wall;
        this.nanos = nanos;
        this.allowed = allowed;
    }

    Duration by() {
        Back now = back;
        return holds(now) ? now.by() : Duration.ZERO;
    }

    /** @throws Problem 403 where it is not allowed; 422 for the future; 409 for going back further than it is */
    synchronized void moveTo(Instant wanted) {
        mustBeAllowed();
        Instant present = wall.instant();
        if (wanted.isAfter(present)) {
            throw Problem.invalid("now", "must not be in the future");
        }
        if (isMoved() && wanted.isBefore(present.minus(by()))) {
            throw Problem.conflict("The clock is moved to %s already; from there it only goes forward, or is set right."
                    .formatted(present.minus(by())));
        }
        if (!isMoved()) {
            LOG.warnf("The clock is moved to %s", wanted);
        }
        back = new Back(Duration.between(wanted, present), nanos.getAsLong() + HELD.toNanos());
    }

    synchronized void setRight() {
        mustBeAllowed();
        if (isMoved()) {
            LOG.warn("The clock is right again");
        }
        back = Back.NONE;
    }

    boolean isMoved() {
        return holds(back);
    }

    ClockView view() {
        return new ClockView(wall.instant().minus(by()), isMoved());
    }

    private boolean holds(Back now) {
        return !now.by().isZero() && nanos.getAsLong() - now.until() < 0;
    }

    private void mustBeAllowed() {
        if (!allowed) {
            throw Problem.forbidden("The clock of this installation cannot be moved: scriptorium.clock.movable.");
        }
    }

    private record Back(Duration by, long until) {
        static final Back NONE = new Back(Duration.ZERO, 0);
    }
}
