package io.scriptorium.payments.provider;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody who moves money. A bean for each; called without a transaction, and within bounds of its own.
 *
 * <p>Both operations are asked for by a key and may be asked for again with it, however often: the first begins it, the
 * others tell what came of it. What has succeeded or failed stays so.
 */
interface PaymentProvider {
    /** As it stands in configuration, addresses and events. */
    String name();

    /** @throws OutcomeUnknown when there was no answer: it may have had its effect, now or later */
    ProviderAnswerView charge(Charge charge);

    /** @throws OutcomeUnknown when there was no answer */
    ProviderAnswerView refund(Refund refund);

    /** Keys of which one must have signed its webhooks: several while they are changed over; none refuses all. */
    List<WebhookKey> webhookKeys();

    /** @return what an event says; empty for one of a kind that is of no interest here */
    Optional<ProviderEventView> event(String id, byte[] body);

    record Charge(UUID key, BigDecimal amount, String currency, String token) {}

    record Refund(UUID key, UUID chargeKey, BigDecimal amount, String currency) {}
}
