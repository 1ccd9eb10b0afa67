package io.scriptorium.dashboard.cache;

import java.time.Instant;

/** What a dashboard answers, to be written as JSON. */
public interface DashboardView {
    /** The moment whose numbers these are. */
    Instant asOf();
}
