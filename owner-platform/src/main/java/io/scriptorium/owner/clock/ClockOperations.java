package io.scriptorium.owner.clock;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** For the resource of a service. */
@ApplicationScoped
public class ClockOperations {
    private final MovedTime time;

    ClockOperations(MovedTime time) {
        this.time = time;
    }

    ClockView view() {
        return time.view();
    }

    ClockView moveTo(Instant now) {
        time.moveTo(now);
        return time.view();
    }

    ClockView setRight() {
        time.setRight();
        return time.view();
    }
}
