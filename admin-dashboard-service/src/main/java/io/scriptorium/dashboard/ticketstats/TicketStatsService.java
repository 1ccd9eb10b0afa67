package io.scriptorium.dashboard.ticketstats;

/** The tickets dashboard. */
public class TicketStatsService {
    /** The name that its cache entries, invalidations and repairs go by. */
    static final String DASHBOARD = "tickets";
}
