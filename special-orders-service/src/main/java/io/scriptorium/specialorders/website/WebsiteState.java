package io.scriptorium.specialorders.website;

import java.util.UUID;

/** What is read of writer-service's {@code website.v1}. */
record WebsiteState(UUID id, String name, String currency, String timeZone, boolean active) {}
