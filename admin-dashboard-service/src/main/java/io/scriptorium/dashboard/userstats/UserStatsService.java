package io.scriptorium.dashboard.userstats;

import io.scriptorium.dashboard.cache.CacheKey;
import io.scriptorium.dashboard.cache.DashboardAnswer;
import io.scriptorium.dashboard.cache.DashboardCache;
import io.scriptorium.dashboard.cache.StatementCount;
import io.scriptorium.dashboard.platform.StatsScope;
import io.scriptorium.platform.Caller;
import io.scriptorium.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;

/** The users dashboard, from the cache or from the counters. */
@ApplicationScoped
public class UserStatsService {
    /** The name that its cache entries, invalidations and repairs go by. */
    static final String DASHBOARD = "users";

    private final UserStatsRepository stats;
    private final DashboardCache cache;
    private final Clock clock;

    UserStatsService(UserStatsRepository stats, DashboardCache cache, Clock clock) {
        this.stats = stats;
        this.cache = cache;
        this.clock = clock;
    }

    /** @throws Problem 404 when a website was asked for that is not there */
    DashboardAnswer users(Caller caller, StatsScope scope, int days, boolean refresh) {
        CacheKey key = CacheKey.of(DASHBOARD, caller, scope, Map.of("days", days), clock);
        return cache.answer(key, refresh, statements -> count(key, days, caller, statements));
    }

    /** Of the days that are shown, and as many before, to compare with. */
    private UsersView count(CacheKey key, int days, Caller caller, StatementCount statements) {
        StatsScope scope = key.scope();
        UserCounts counts = stats.count(scope, key.today().minusDays(2L * days - 1), key.today(), statements);
        // An admin's own website may be so new that it is not known here yet: then it has no numbers, but it is there.
        if (caller.seesAllWebsites() && !scope.all() && !counts.known()) {
            throw Problem.notFound("website " + scope.cacheKey());
        }
        return UsersView.of(counts, scope, days, key.today());
    }
}
