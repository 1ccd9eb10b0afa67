package io.scriptorium.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** @param steps the earliest first */
record Plan(List<Shop> shops, List<Step> steps) {
    /** The steps of each hour in which there are any. */
    List<List<Step>> hours() {
        List<List<Step>> hours = new ArrayList<>();
        long present = Long.MIN_VALUE;
        for (Step step : steps) {
            long hour = hourOf(step.at());
            if (hour != present) {
                hours.add(new ArrayList<>());
                present = hour;
            }
            hours.get(hours.size() - 1).add(step);
        }
        return hours;
    }

    private static long hourOf(Instant moment) {
        return moment.getEpochSecond() / Duration.ofHours(1).toSeconds();
    }
}
