package io.scriptorium.dashboard.userstats;

import static org.assertj.core.api.Assertions.assertThat;

import io.scriptorium.dashboard.platform.Callers;
import io.scriptorium.dashboard.platform.Span;
import io.scriptorium.dashboard.platform.StatsScope;
import io.scriptorium.dashboard.query.Question;
import io.scriptorium.platform.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class UsersViewTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final UUID WEBSITE = UUID.randomUUID();
    private static final StatsScope ALL = StatsScope.of(Callers.superadmin(), Optional.empty());
    private static final StatsScope ONE = StatsScope.of(Callers.superadmin(), Optional.of(WEBSITE));

    @Test
    void sumsUsersAndCountsAdminsApart() {
        UsersView view = view(
                new UserCounts(
                        List.of(
                                new UserCounts.Total(Role.WRITER, false, 7),
                                new UserCounts.Total(Role.WRITER, true, 2),
                                new UserCounts.Total(Role.EDITOR, false, 3),
                                new UserCounts.Total(Role.SUPPORT, false, 1),
                                new UserCounts.Total(Role.CLIENT, true, 5),
                                new UserCounts.Total(Role.ADMIN, false, 4),
                                new UserCounts.Total(Role.SUPERADMIN, true, 1)),
                        List.of(),
                        List.of()),
                1);
        assertThat(view.totalWriters()).isEqualTo(9);
        assertThat(view.totalEditors()).isEqualTo(3);
        assertThat(view.totalSupport()).isEqualTo(1);
        assertThat(view.totalClients()).isEqualTo(5);
        assertThat(view.totalAdmins()).isEqualTo(5);
        assertThat(view.totalUsers()).isEqualTo(18);
        assertThat(view.activeUsers()).isEqualTo(11);
        assertThat(view.suspendedUsers()).isEqualTo(7);
    }

    @Test
    void showsDaysWithoutAnyAndComparesWithTheSpanBefore() {
        UsersView view = view(
                new UserCounts(
                        List.of(),
                        List.of(
                                new UserCounts.Day(TODAY, Role.CLIENT, 2),
                                new UserCounts.Day(TODAY, Role.ADMIN, 1),
                                new UserCounts.Day(TODAY.minusDays(2), Role.WRITER, 3),
                                new UserCounts.Day(TODAY.minusDays(3), Role.WRITER, 10),
                                new UserCounts.Day(TODAY.minusDays(5), Role.EDITOR, 1)),
                        List.of()),
                3);
        assertThat(view.newUsers()).isEqualTo(5);
        assertThat(view.newUsersPrevious()).isEqualTo(11);
        assertThat(view.compare().dateFrom()).isEqualTo(LocalDate.of(2026, 2, 24));
        assertThat(view.compare().dateTo()).isEqualTo(LocalDate.of(2026, 2, 26));
        assertThat(view.compare().previous())
                .containsEntry("new_users", 11L)
                .containsEntry("writers", 10L)
                .containsEntry("editors", 1L)
                .containsEntry("admins", 0L);
        assertThat(view.compare().difference())
                .containsEntry("new_users", -6L)
                .containsEntry("writers", -7L)
                .containsEntry("clients", 2L)
                .containsEntry("admins", 1L);
        // Across the end of a February.
        assertThat(view.daily())
                .containsExactly(
                        new UsersView.DayView(LocalDate.of(2026, 2, 27), 3, 3, 0, 0, 0, 0),
                        new UsersView.DayView(LocalDate.of(2026, 2, 28), 0, 0, 0, 0, 0, 0),
                        new UsersView.DayView(LocalDate.of(2026, 3, 1), 2, 0, 0, 0, 2, 1));
    }

    @Test
    void listsWebsitesTheLargestFirstAndThoseWithoutAccountsToo() {
        UUID small = UUID.randomUUID();
        UUID empty = UUID.randomUUID();
        UserCounts counts = new UserCounts(
                List.of(),
                List.of(),
                List.of(
                        new UserCounts.WebsiteTotal(empty, "Empty", null, null, null),
                        new UserCounts.WebsiteTotal(small, "Small", Role.CLIENT, false, 1L),
                        new UserCounts.WebsiteTotal(small, "Small", Role.ADMIN, false, 9L),
                        new UserCounts.WebsiteTotal(WEBSITE, "Large", Role.CLIENT, false, 4L),
                        new UserCounts.WebsiteTotal(WEBSITE, "Large", Role.WRITER, true, 2L)));
        assertThat(UsersView.of(counts, question(ALL, 1, false), NOW).byWebsite())
                .containsExactly(
                        new UsersView.WebsiteView(WEBSITE, "Large", 6, 4, 2),
                        new UsersView.WebsiteView(small, "Small", 1, 1, 0),
                        new UsersView.WebsiteView(empty, "Empty", 0, 0, 0));
        assertThat(view(counts, 1).byWebsite()).isNull();
    }

    private static UsersView view(UserCounts counts, int days) {
        return UsersView.of(counts, question(ONE, days, true), NOW);
    }

    private static Question question(StatsScope scope, int days, boolean comparing) {
        return new Question(scope, Span.lastDays(TODAY, days), comparing, Optional.empty(), TODAY);
    }
}
