package io.scriptorium.dashboard.websites;

import java.util.UUID;

/** What dashboards read of {@code writers.website.changes}. */
record WebsiteState(UUID id, String name, String currency) {}
