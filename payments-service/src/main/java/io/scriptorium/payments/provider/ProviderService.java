package io.scriptorium.payments.provider;

import io.quarkus.arc.All;
import io.scriptorium.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** The payment providers, behind their names. Call it without a transaction: a provider may take its time. */
@ApplicationScoped
public class ProviderService {
    private static final Logger LOG = Logger.getLogger(ProviderService.class);

    private final List<PaymentProvider> providers;
    private final Optional<String> configured;
    private final WebhookSignatures signatures;

    ProviderService(
            @All List<PaymentProvider> providers,
            @ConfigProperty(name = "payments.provider") Optional<String> configured,
            WebhookSignatures signatures) {
        this.providers = providers;
        this.configured = configured;
        this.signatures = signatures;
    }

    /** Who is asked for new payments. @throws Problem 503 when the installation has none */
    public String current() {
        return configured
                .filter(name -> find(name).isPresent())
                .orElseThrow(
                        () -> new Problem(503, "No payment provider is configured: payments.provider.", List.of()));
    }

    /** Charges, or tells what came of that charge. What the provider does not answer is not known yet. */
    public ProviderAnswerView charge(String provider, UUID key, BigDecimal amount, String currency, String token) {
        try {
            return named(provider).charge(new PaymentProvider.Charge(key, amount, currency, token));
        } catch (OutcomeUnknown unknown) {
            return unknown(provider, key, unknown);
        }
    }

    /** Gives back, or tells what came of that refund. */
    public ProviderAnswerView refund(String provider, UUID key, UUID chargeKey, BigDecimal amount, String currency) {
        try {
            return named(provider).refund(new PaymentProvider.Refund(key, chargeKey, amount, currency));
        } catch (OutcomeUnknown unknown) {
            return unknown(provider, key, unknown);
        }
    }

    /**
     * @return empty for an event of no interest
     * @throws Problem 401 when it is forged, altered or too old; 404 for a provider that is not there; 400 when what is
     *     signed cannot be read
     */
    public Optional<ProviderEventView> event(
            String provider, String id, String timestamp, String signature, byte[] body) {
        PaymentProvider sender = find(provider).orElseThrow(() -> Problem.notFound("provider of that name"));
        signatures.verify(sender.webhookKeys(), id, timestamp, signature, body);
        return sender.event(id, body);
    }

    private static ProviderAnswerView unknown(String provider, UUID key, OutcomeUnknown unknown) {
        LOG.warnf("%s did not answer about %s: %s", provider, key, unknown.getMessage());
        return ProviderAnswerView.unknown();
    }

    private PaymentProvider named(String name) {
        return find(name).orElseThrow(() -> new IllegalStateException("no provider is called " + name));
    }

    private Optional<PaymentProvider> find(String name) {
        return providers.stream()
                .filter(provider -> provider.name().equals(name))
                .findFirst();
    }
}
