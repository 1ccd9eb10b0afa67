package io.scriptorium.dashboard.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scriptorium.dashboard.platform.Callers;
import io.scriptorium.dashboard.platform.Grain;
import io.scriptorium.dashboard.platform.StatsScope;
import io.scriptorium.platform.Caller;
import io.scriptorium.platform.Role;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CacheKeyTest {
    private static final UUID WEBSITE = UUID.fromString("0199aa00-0000-7000-8000-000000000001");
    private static final Clock MORNING = at("2026-03-01T06:00:00Z");

    @Test
    void isTheSameInWhateverOrderTheParametersCame() {
        Map<String, Object> oneOrder = new LinkedHashMap<>();
        oneOrder.put("days", 30);
        oneOrder.put("role", Role.WRITER);
        Map<String, Object> theOther = new LinkedHashMap<>();
        theOther.put("role", Role.WRITER);
        theOther.put("days", "30");

        assertThat(name("users", Callers.superadmin(), oneOrder, MORNING))
                .isEqualTo(name("users", Callers.superadmin(), theOther, MORNING));
    }

    @Test
    void differsInEverythingThatAnAnswerDependsOn() {
        Map<String, Integer> days = Map.of("days", 30);
        Caller somebody = Callers.of("somebody", Role.SUPERADMIN, Optional.empty());
        List<String> names = List.of(
                name("users", Callers.superadmin(), days, MORNING),
                name("tips", Callers.superadmin(), days, MORNING),
                name("users", somebody, days, MORNING),
                name("users", Callers.of("root", Role.ADMIN, Optional.of(WEBSITE.toString())), days, MORNING),
                name("users", Callers.of("root", Role.SUPPORT, Optional.of(WEBSITE.toString())), days, MORNING),
                name("users", Callers.superadmin(), Map.of("days", 31), MORNING),
                name("users", Callers.superadmin(), Map.of(), MORNING),
                name("users", Callers.superadmin(), days, at("2026-03-02T00:00:00Z")));

        assertThat(names).doesNotHaveDuplicates();
    }

    @Test
    void staysTheSameUntilTheDayEndsInUtc() {
        assertThat(name("users", Callers.superadmin(), Map.of(), MORNING))
                .isEqualTo(name("users", Callers.superadmin(), Map.of(), at("2026-03-01T23:59:59.999Z")));
        CacheKey key = key("users", Callers.superadmin(), Map.of(), MORNING);
        assertThat(key.today()).isEqualTo(LocalDate.of(2026, 3, 1));
    }

    @Test
    void isNotFooledByTextThatLooksLikeABorder() {
        assertThat(name("users", Callers.superadmin(), Map.of("a", "1", "b", "2"), MORNING))
                .isNotEqualTo(name("users", Callers.superadmin(), Map.of("a", "11:b1:2"), MORNING));
    }

    @Test
    void keepsWhatAClientSentOutOfRedisNames() {
        Caller rude = Callers.of("x\r\nFLUSHALL " + "y".repeat(10_000), Role.SUPERADMIN, Optional.empty());

        assertThat(name("users", rude, Map.of(), MORNING)).matches("dashboard:entry:users:all:[A-Za-z0-9_-]{43}");
    }

    @Test
    void refusesANameThatIsNoDashboards() {
        assertThatThrownBy(() -> key("users:all", Callers.superadmin(), Map.of(), MORNING))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String name(String dashboard, Caller caller, Map<String, ?> parameters, Clock clock) {
        return key(dashboard, caller, parameters, clock).entryName();
    }

    private static CacheKey key(String dashboard, Caller caller, Map<String, ?> parameters, Clock clock) {
        return CacheKey.of(
                dashboard, caller, StatsScope.of(caller, Optional.empty()), parameters, Grain.dayOf(clock.instant()));
    }

    private static Clock at(String instant) {
        return Clock.fixed(Instant.parse(instant), ZoneOffset.UTC);
    }
}
