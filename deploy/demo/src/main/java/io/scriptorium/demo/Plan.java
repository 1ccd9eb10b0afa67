package io.scriptorium.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** @param steps the earliest first */
record Plan(List<Shop> shops, List<Step> steps) {
    /** What happens as if at once. Shorter ones look no better on a dashboard of days, and take longer. */
    static final Duration STRETCH = Duration.ofHours(3);

    /** The steps of each stretch of time in which there are any. */
    List<List<Step>> stretches() {
        List<List<Step>> stretches = new ArrayList<>();
        long present = Long.MIN_VALUE;
        for (Step step : steps) {
            long number = stretchOf(step.at());
            if (number != present) {
                stretches.add(new ArrayList<>());
                present = number;
            }
            stretches.get(stretches.size() - 1).add(step);
        }
        return stretches;
    }

    /** None of them reaches from one day into the next. */
    static long stretchOf(Instant moment) {
        return Math.floorDiv(moment.getEpochSecond(), STRETCH.toSeconds());
    }
}
