package io.scriptorium.dashboard.paymentstats;

/** The payments dashboard. */
public class PaymentStatsService {
    /** The name that its cache entries, invalidations and repairs go by. */
    static final String DASHBOARD = "payments";
}
