package io.scriptorium.dashboard.cache;

import java.util.Optional;

/**
 * What one round trip found.
 *
 * @param entry only if it carries exactly the present generations
 * @param generations the present ones, read before any query that follows
 */
record Lookup(Optional<Entry> entry, Generations generations) {}
