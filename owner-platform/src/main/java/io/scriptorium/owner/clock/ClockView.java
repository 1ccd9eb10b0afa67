package io.scriptorium.owner.clock;

import java.time.Instant;

/**
 * What this replica takes the time to be.
 *
 * @param moved whether that is another time than the real one
 */
public record ClockView(Instant now, boolean moved) {}
