package io.scriptorium.dashboard.ticketstats;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResolutionTimesTest {
    @ParameterizedTest
    @CsvSource({
        "PT-1S, 0",
        "PT0S, 0",
        "PT4M59S, 0",
        "PT5M, 1",
        "PT59M, 3",
        "PT1H, 4",
        "PT23H, 8",
        "PT24H, 9",
        "PT2159H, 16",
        "PT2160H, 17",
        "PT99999H, 17"
    })
    void findsTheBucketWhoseUpperBoundIsNotInIt(Duration toResolve, int bucket) {
        assertThat(ResolutionTimes.bucket(toResolve)).isEqualTo(bucket);
    }

    @Test
    void takesTimesToLieEvenlyWithinABucket() {
        // Ten between one and two hours: the fifth after an hour and a half.
        assertThat(percentile(Map.of(4, 10L), 0.5)).isEqualTo(Duration.ofMinutes(90));
        assertThat(percentile(Map.of(4, 10L), 0.9)).isEqualTo(Duration.ofMinutes(114));
        // From 0 to 5 minutes in the first one.
        assertThat(percentile(Map.of(0, 1L), 0.5)).isEqualTo(Duration.ofSeconds(150));
    }

    @Test
    void goesOnIntoTheNextBucketThatHasAny() {
        Map<Integer, Long> tickets = Map.of(1, 8L, 2, 0L, 8, 2L);
        // The eighth of ten is the end of the first of them.
        assertThat(percentile(tickets, 0.8)).isEqualTo(Duration.ofMinutes(15));
        // The ninth is the middle of 12 to 24 hours.
        assertThat(percentile(tickets, 0.9)).isEqualTo(Duration.ofHours(18));
    }

    @Test
    void knowsOfTheLastBucketOnlyWhereItBegins() {
        assertThat(percentile(Map.of(17, 3L), 0.9)).isEqualTo(Duration.ofDays(90));
    }

    @Test
    void hasNoAnswerWithoutTickets() {
        assertThat(ResolutionTimes.percentile(new TreeMap<>(), 0.5)).isEmpty();
        assertThat(ResolutionTimes.percentile(new TreeMap<>(Map.of(3, 0L)), 0.5))
                .isEmpty();
    }

    private static Duration percentile(Map<Integer, Long> tickets, double share) {
        return ResolutionTimes.percentile(new TreeMap<>(tickets), share).orElseThrow();
    }
}
