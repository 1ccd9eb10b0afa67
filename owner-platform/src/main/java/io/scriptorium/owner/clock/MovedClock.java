package io.scriptorium.owner.clock;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/** Another clock, put back by as much as is wanted when it is asked. It ticks on. */
final class MovedClock extends Clock {
    private final Clock wall;
    private final MovedTime moved;

    MovedClock(Clock wall, MovedTime moved) {
        this.wall = wall;
        this.moved = moved;
    }

    @Override
    public Instant instant() {
        return wall.instant().minus(moved.by());
    }

    @Override
    public ZoneId getZone() {
        return wall.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new MovedClock(wall.withZone(zone), moved);
    }
}
