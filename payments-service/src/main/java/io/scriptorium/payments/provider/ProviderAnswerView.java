package io.scriptorium.payments.provider;

/**
 * What a provider says of an operation. Neither succeeded nor failed means that it is not known yet: it needs time, or
 * did not answer.
 *
 * @param reference the provider's own; null when it is not known
 * @param failureReason a word such as {@code card_declined}; null unless failed
 */
public record ProviderAnswerView(boolean succeeded, boolean failed, String reference, String failureReason) {
    static ProviderAnswerView success(String reference) {
        return new ProviderAnswerView(true, false, reference, null);
    }

    static ProviderAnswerView failure(String reference, String reason) {
        return new ProviderAnswerView(false, true, reference, reason);
    }

    static ProviderAnswerView pending(String reference) {
        return new ProviderAnswerView(false, false, reference, null);
    }

    static ProviderAnswerView unknown() {
        return pending(null);
    }
}
