package io.scriptorium.dashboard.userstats;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.scriptorium.dashboard.cache.DashboardView;
import io.scriptorium.dashboard.platform.ScopeView;
import io.scriptorium.dashboard.platform.Span;
import io.scriptorium.dashboard.query.ComparisonView;
import io.scriptorium.dashboard.query.Question;
import io.scriptorium.platform.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The users dashboard. A user is a writer, an editor, a supporter or a client; admins are counted apart. Days are UTC
 * days, and an account that was deleted is in no number, also not in that of its day.
 *
 * @param totalUsers the sum of the four totals that follow; also active plus suspended users
 * @param totalAdmins admins, and in the view of all websites superadmins
 * @param newUsers created within the span
 * @param newUsersPrevious created within the span of the same length before
 * @param daily one entry for each day of the span, the earliest first
 * @param byWebsite the largest first; only in the view of all websites
 * @param days how long the span is; its last day is today unless other days were asked for
 * @param compare the numbers of the span before; only if asked for
 * @param asOf when the numbers were read
 */
public record UsersView(
        long totalUsers,
        long activeUsers,
        long suspendedUsers,
        long totalWriters,
        long totalEditors,
        long totalSupport,
        long totalClients,
        long totalAdmins,
        long newUsers,
        long newUsersPrevious,
        List<DayView> daily,
        @JsonInclude(JsonInclude.Include.NON_NULL) List<WebsiteView> byWebsite,
        long days,
        @JsonInclude(JsonInclude.Include.NON_NULL) ComparisonView compare,
        Instant asOf,
        ScopeView scope)
        implements DashboardView {

    /** @param newUsers without admins, as everywhere here */
    public record DayView(
            LocalDate day, long newUsers, long writers, long editors, long support, long clients, long admins) {}

    public record WebsiteView(UUID websiteId, String name, long totalUsers, long activeUsers, long suspendedUsers) {}

    /** More websites than anybody reads in one table; the totals have them all. */
    static final int MAX_WEBSITES = 1_000;

    /** What has happened within a span, and can thus be compared with another one. */
    private record NewUsers(long newUsers, long writers, long editors, long support, long clients, long admins) {}

    static UsersView of(UserCounts counts, Question question, Instant asOf) {
        Span span = question.span();
        List<UserCounts.Day> users =
                counts.days().stream().filter(day -> isUser(day.role())).toList();
        return new UsersView(
                total(counts, total -> isUser(total.role())),
                total(counts, total -> isUser(total.role()) && !total.suspended()),
                total(counts, total -> isUser(total.role()) && total.suspended()),
                total(counts, total -> total.role() == Role.WRITER),
                total(counts, total -> total.role() == Role.EDITOR),
                total(counts, total -> total.role() == Role.SUPPORT),
                total(counts, total -> total.role() == Role.CLIENT),
                total(counts, total -> !isUser(total.role())),
                created(users, span),
                created(users, span.before()),
                daily(counts.days(), span),
                question.scope().all() ? byWebsite(counts.websites()) : null,
                span.length(),
                question.compare(newUsers(counts.days(), span), newUsers(counts.days(), span.before())),
                asOf,
                question.scope().view());
    }

    private static boolean isUser(Role role) {
        return role != Role.ADMIN && role != Role.SUPERADMIN;
    }

    private static long total(UserCounts counts, Predicate<UserCounts.Total> counted) {
        return counts.totals().stream()
                .filter(counted)
                .mapToLong(UserCounts.Total::accounts)
                .sum();
    }

    private static long created(List<UserCounts.Day> users, Span span) {
        return users.stream()
                .filter(day -> span.contains(day.day()))
                .mapToLong(UserCounts.Day::accounts)
                .sum();
    }

    private static NewUsers newUsers(List<UserCounts.Day> counts, Span span) {
        Map<Role, Long> created = counts.stream()
                .filter(day -> span.contains(day.day()))
                .collect(Collectors.groupingBy(UserCounts.Day::role, Collectors.summingLong(UserCounts.Day::accounts)));
        DayView sum = dayView(span.firstDay(), created);
        return new NewUsers(sum.newUsers(), sum.writers(), sum.editors(), sum.support(), sum.clients(), sum.admins());
    }

    private static List<DayView> daily(List<UserCounts.Day> counts, Span span) {
        Map<LocalDate, Map<Role, Long>> byDay = counts.stream()
                .collect(Collectors.groupingBy(
                        UserCounts.Day::day,
                        Collectors.groupingBy(UserCounts.Day::role, Collectors.summingLong(UserCounts.Day::accounts))));
        return span.days()
                .map(day -> dayView(day, byDay.getOrDefault(day, Map.of())))
                .toList();
    }

    private static DayView dayView(LocalDate day, Map<Role, Long> created) {
        long writers = created.getOrDefault(Role.WRITER, 0L);
        long editors = created.getOrDefault(Role.EDITOR, 0L);
        long support = created.getOrDefault(Role.SUPPORT, 0L);
        long clients = created.getOrDefault(Role.CLIENT, 0L);
        long admins = created.getOrDefault(Role.ADMIN, 0L) + created.getOrDefault(Role.SUPERADMIN, 0L);
        return new DayView(day, writers + editors + support + clients, writers, editors, support, clients, admins);
    }

    private static List<WebsiteView> byWebsite(List<UserCounts.WebsiteTotal> counts) {
        return counts.stream().collect(Collectors.groupingBy(UserCounts.WebsiteTotal::websiteId)).values().stream()
                .map(UsersView::websiteView)
                .sorted(Comparator.comparingLong(WebsiteView::totalUsers)
                        .reversed()
                        .thenComparing(WebsiteView::name)
                        .thenComparing(WebsiteView::websiteId))
                .limit(MAX_WEBSITES)
                .toList();
    }

    private static WebsiteView websiteView(List<UserCounts.WebsiteTotal> ofOne) {
        long active = users(ofOne, false);
        long suspended = users(ofOne, true);
        UserCounts.WebsiteTotal any = ofOne.get(0);
        return new WebsiteView(any.websiteId(), any.name(), active + suspended, active, suspended);
    }

    private static long users(List<UserCounts.WebsiteTotal> ofOne, boolean suspended) {
        return ofOne.stream()
                .filter(total -> total.role() != null && isUser(total.role()) && total.suspended() == suspended)
                .mapToLong(UserCounts.WebsiteTotal::accounts)
                .sum();
    }
}
