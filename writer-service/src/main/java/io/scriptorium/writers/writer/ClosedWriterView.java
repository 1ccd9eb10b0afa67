package io.scriptorium.writers.writer;

import java.util.UUID;

/**
 * What other features are told when a writer's profile is closed.
 *
 * @param writerId the account's
 */
public record ClosedWriterView(UUID writerId) {}
