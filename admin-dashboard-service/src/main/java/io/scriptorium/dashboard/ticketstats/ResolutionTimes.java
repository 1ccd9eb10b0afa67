package io.scriptorium.dashboard.ticketstats;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Times to resolve a ticket, in fixed buckets: counters can be added and taken away, single times could not. Within a
 * bucket times are taken to lie evenly, so a percentile is wrong by less than the width of its bucket.
 *
 * <p>A fact keeps the number of its bucket. Whoever changes the bounds must replay the topic afterwards.
 */
final class ResolutionTimes {
    /** A bucket goes from the bound before it, or 0, up to but without its own. The last one has no end. */
    static final List<Duration> BOUNDS = List.of(
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(2),
            Duration.ofHours(4),
            Duration.ofHours(8),
            Duration.ofHours(12),
            Duration.ofDays(1),
            Duration.ofDays(2),
            Duration.ofDays(3),
            Duration.ofDays(5),
            Duration.ofDays(7),
            Duration.ofDays(14),
            Duration.ofDays(30),
            Duration.ofDays(60),
            Duration.ofDays(90));

    private ResolutionTimes() {}

    /** Clocks of two machines may differ: less than nothing counts as nothing. */
    static int bucket(Duration toResolve) {
        int bucket = 0;
        while (bucket < BOUNDS.size() && toResolve.compareTo(BOUNDS.get(bucket)) >= 0) {
            bucket++;
        }
        return bucket;
    }

    /**
     * The time within which that share of the tickets was resolved. Of the last bucket only its beginning is known, so
     * that is the answer there.
     *
     * @param tickets how many by bucket
     * @param share above 0 and up to 1
     * @return empty when there are none
     */
    static Optional<Duration> percentile(SortedMap<Integer, Long> tickets, double share) {
        long all = tickets.values().stream().mapToLong(Long::longValue).sum();
        double wanted = share * all;
        long before = 0;
        for (SortedMap.Entry<Integer, Long> bucket : tickets.entrySet()) {
            long within = bucket.getValue();
            if (within > 0 && before + within >= wanted) {
                return Optional.of(interpolated(bucket.getKey(), (wanted - before) / within));
            }
            before += within;
        }
        return Optional.empty();
    }

    private static Duration interpolated(int bucket, double share) {
        Duration from = bucket == 0 ? Duration.ZERO : BOUNDS.get(bucket - 1);
        if (bucket == BOUNDS.size()) {
            return from;
        }
        long width = BOUNDS.get(bucket).minus(from).toSeconds();
        return from.plusSeconds(Math.round(share * width));
    }
}
