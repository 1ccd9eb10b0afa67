package io.scriptorium.payments.provider;

import java.math.BigDecimal;
import java.util.UUID;

/**
 * What a provider tells of itself, its signature verified.
 *
 * @param id the event's, the same whenever it is delivered again
 * @param key the operation that it is about, as this service named it
 * @param amount of the operation, as the provider has it; null when the event does not say
 * @param currency null when the event does not say
 */
public record ProviderEventView(String id, UUID key, BigDecimal amount, String currency, ProviderAnswerView answer) {
    /** Whether it is of that money; an event that does not say is of none. */
    public boolean isOf(BigDecimal expected, String expectedCurrency) {
        return amount != null && amount.compareTo(expected) == 0 && expectedCurrency.equals(currency);
    }
}
