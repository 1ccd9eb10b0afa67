package io.scriptorium.dashboard.reminderstats;

/** The payment-reminders dashboard. */
public class ReminderStatsService {
    /** The name that its cache entries, invalidations and repairs go by. */
    static final String DASHBOARD = "payment-reminders";
}
