package io.scriptorium.dashboard.writerstats;

/** The writers dashboard. */
public class WriterStatsService {
    /** The name that its cache entries, invalidations and repairs go by. */
    static final String DASHBOARD = "writers";
}
