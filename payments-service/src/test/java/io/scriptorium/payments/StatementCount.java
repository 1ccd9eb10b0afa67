package io.scriptorium.payments;

import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;

/** How many statements a request prepares. */
public final class StatementCount {
    private static final int RUNS = 8;

    private StatementCount() {}

    /**
     * The least of several runs. Hibernate counts for the whole service, and what it does in the background, such as the
     * reconciler's looks, only ever adds to a run: the least is the request's own, which no run can stay below.
     */
    public static long of(SessionFactory sessions, Runnable request) {
        Statistics statistics = sessions.getStatistics();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < RUNS; i++) {
            statistics.clear();
            request.run();
            least = Math.min(least, statistics.getPrepareStatementCount());
        }
        return least;
    }
}
