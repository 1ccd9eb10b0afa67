package io.scriptorium.dashboard.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.scriptorium.dashboard.MovableClock;
import io.scriptorium.dashboard.platform.Callers;
import io.scriptorium.dashboard.platform.StatsScope;
import io.scriptorium.platform.Caller;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RepeatedRequestsTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final String URI = "/api/v1/admin/dashboards/users?days=7";

    private final MovableClock clock = new MovableClock(NOON);
    private final RepeatedRequests repeated = new RepeatedRequests(clock);

    @Test
    void knowsTheSameRequestOfTheSameTokenAndNoOther() {
        repeated.remember("Bearer a", URI, key("2026-03-01"), NOON.plusSeconds(600));
        assertThat(repeated.find("Bearer a", URI))
                .map(RepeatedRequests.Checked::key)
                .contains(key("2026-03-01"));
        assertThat(repeated.find("Bearer b", URI)).isEmpty();
        assertThat(repeated.find("Bearer a", URI + "&refresh=true")).isEmpty();
    }

    @Test
    void forgetsItWithTheToken() {
        repeated.remember("Bearer a", URI, key("2026-03-01"), NOON.plusSeconds(2));
        clock.advance(Duration.ofSeconds(1));
        assertThat(repeated.find("Bearer a", URI)).isPresent();
        clock.advance(Duration.ofSeconds(1));
        assertThat(repeated.find("Bearer a", URI)).isEmpty();
    }

    @Test
    void forgetsItAfterAWhileHoweverLongTheTokenIsGood() {
        repeated.remember("Bearer a", URI, key("2026-03-01"), NOON.plusSeconds(86_400));
        clock.advance(Duration.ofSeconds(30));
        assertThat(repeated.find("Bearer a", URI)).isEmpty();
    }

    @Test
    void forgetsItAtMidnight() {
        clock.advance(Duration.ofHours(12).minusSeconds(1));
        repeated.remember("Bearer a", URI, key("2026-03-01"), NOON.plusSeconds(86_400));
        assertThat(repeated.find("Bearer a", URI)).isPresent();
        clock.advance(Duration.ofSeconds(1));
        assertThat(repeated.find("Bearer a", URI)).isEmpty();
    }

    private static CacheKey key(String today) {
        Caller caller = Callers.superadmin();
        return CacheKey.of("users", caller, StatsScope.of(caller, Optional.empty()), Map.of(), LocalDate.parse(today));
    }
}
