package io.scriptorium.payments.provider;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** The simulated provider, and a process that dies before or after asking it, when a test wants it to. */
@ApplicationScoped
class FragileProvider implements PaymentProvider {
    private final SimulatedProvider simulated;

    FragileProvider(SimulatedProvider simulated) {
        this.simulated = simulated;
    }

    @Override
    public String name() {
        return "fragile";
    }

    @Override
    public ProviderAnswerView charge(Charge charge) {
        Failpoints.reach("before the provider");
        ProviderAnswerView answer = simulated.charge(charge);
        Failpoints.reach("after the provider");
        return answer;
    }

    @Override
    public ProviderAnswerView refund(Refund refund) {
        Failpoints.reach("before the provider");
        ProviderAnswerView answer = simulated.refund(refund);
        Failpoints.reach("after the provider");
        return answer;
    }

    @Override
    public List<WebhookKey> webhookKeys() {
        return List.of();
    }

    @Override
    public Optional<ProviderEventView> event(String id, byte[] body) {
        return Optional.empty();
    }
}
