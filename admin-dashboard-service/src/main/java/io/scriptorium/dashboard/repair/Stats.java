package io.scriptorium.dashboard.repair;

/** Counters that can be checked against, and made again from, their facts. A dashboard brings its own. */
public interface Stats {
    /** The dashboard that shows them. */
    String name();

    /** Locked while the counters are made again, so that no batch changes facts meanwhile. */
    String factTable();

    /** Sets every counter to what the facts say. */
    String recountSql();

    /**
     * One statement: columns {@code counter, cell, expected, actual}, a row for each counter that is wrong; one
     * parameter, how many at most.
     */
    String driftSql();
}
