package io.scriptorium.dashboard.cache;

/** Asks the database for a dashboard's numbers. Runs in the thread of the request, at most once per key at a time. */
@FunctionalInterface
public interface DashboardQuery {
    /** @param statements to be told of each statement where it is executed */
    DashboardView ask(StatementCount statements);
}
