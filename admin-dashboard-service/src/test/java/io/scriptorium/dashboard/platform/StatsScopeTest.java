package io.scriptorium.dashboard.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.scriptorium.platform.Caller;
import io.scriptorium.platform.Problem;
import io.scriptorium.platform.Role;
import io.scriptorium.platform.StrictJson;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StatsScopeTest {
    private static final UUID OWN = UUID.fromString("0199aa00-0000-7000-8000-000000000001");
    private static final UUID OTHER = UUID.fromString("0199aa00-0000-7000-8000-000000000002");

    @Test
    void showsASuperadminAllWebsitesOrTheOneAskedFor() {
        StatsScope all = StatsScope.of(Callers.superadmin(), Optional.empty());
        StatsScope one = StatsScope.of(Callers.superadmin(), Optional.of(OTHER));

        assertThat(all.all()).isTrue();
        assertThat(all.websiteId()).isEmpty();
        assertThat(all.cacheKey()).isEqualTo("all");
        assertThat(one.all()).isFalse();
        assertThat(one.websiteId()).contains(OTHER);
        assertThat(one.cacheKey()).isEqualTo(OTHER.toString());
    }

    @ParameterizedTest
    @EnumSource(names = {"ADMIN", "SUPPORT"})
    void showsEverybodyElseTheOwnWebsiteWhetherAskedForOrNot(Role role) {
        Caller caller = Callers.of("somebody", role, Optional.of(OWN.toString()));

        assertThat(StatsScope.of(caller, Optional.empty()).websiteId()).contains(OWN);
        assertThat(StatsScope.of(caller, Optional.of(OWN)).websiteId()).contains(OWN);
    }

    @ParameterizedTest
    @EnumSource(names = {"ADMIN", "SUPPORT"})
    void knowsOfNoOtherWebsite(Role role) {
        Caller caller = Callers.of("somebody", role, Optional.of(OWN.toString()));

        assertProblem(404, caller, Optional.of(OTHER));
    }

    @ParameterizedTest
    @EnumSource(names = {"EDITOR", "WRITER", "CLIENT"})
    void refusesRolesWithoutDashboards(Role role) {
        assertProblem(403, Callers.of("somebody", role, Optional.of(OWN.toString())), Optional.empty());
    }

    @Test
    void refusesATokenWithoutAWebsiteOfItsOwn() {
        assertProblem(403, Callers.of("somebody", Role.ADMIN, Optional.empty()), Optional.empty());
        assertProblem(403, Callers.of("somebody", Role.ADMIN, Optional.of("all")), Optional.empty());
    }

    @Test
    void isMadeOfACallerOnly() {
        assertThat(StatsScope.class.getDeclaredConstructors())
                .extracting(Constructor::getModifiers)
                .allMatch(Modifier::isPrivate);
        assertThat(Arrays.stream(StatsScope.class.getDeclaredMethods())
                        .filter(method -> Modifier.isStatic(method.getModifiers()))
                        .filter(method -> !method.isSynthetic() && !Modifier.isPrivate(method.getModifiers())))
                .singleElement()
                .satisfies(of -> assertThat(of.getParameterTypes()).contains(Caller.class));
    }

    @Test
    void isWrittenAsAllOrAsTheWebsite() throws Exception {
        ObjectMapper mapper = StrictJson.configure(new ObjectMapper());

        ScopeView all = StatsScope.of(Callers.superadmin(), Optional.empty()).view();
        ScopeView one = StatsScope.of(Callers.adminOf(OWN), Optional.empty()).view();

        assertThat(mapper.writeValueAsString(all)).isEqualTo("\"all\"");
        assertThat(mapper.writeValueAsString(one)).isEqualTo("{\"website_id\":\"" + OWN + "\"}");
    }

    @Test
    void isEqualToAScopeOfTheSameWebsites() {
        StatsScope asAdmin = StatsScope.of(Callers.adminOf(OWN), Optional.empty());
        StatsScope asSuperadmin = StatsScope.of(Callers.superadmin(), Optional.of(OWN));

        assertThat(asAdmin).isEqualTo(asSuperadmin).hasSameHashCodeAs(asSuperadmin);
        assertThat(asAdmin).isNotEqualTo(StatsScope.of(Callers.superadmin(), Optional.empty()));
    }

    private static void assertProblem(int status, Caller caller, Optional<UUID> requested) {
        assertThatThrownBy(() -> StatsScope.of(caller, requested))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(status));
    }
}
