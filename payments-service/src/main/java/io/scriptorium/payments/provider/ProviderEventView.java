package io.scriptorium.payments.provider;

import java.util.UUID;

/**
 * What a provider tells of itself, its signature verified.
 *
 * @param id the event's, the same whenever it is delivered again
 * @param key the operation that it is about, as this service named it
 */
public record ProviderEventView(String id, UUID key, ProviderAnswerView answer) {}
