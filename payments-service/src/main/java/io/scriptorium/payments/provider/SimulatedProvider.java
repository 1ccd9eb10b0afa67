package io.scriptorium.payments.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.scriptorium.owner.clock.WallClock;
import io.scriptorium.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * A provider that moves no money and behaves like one that does: it remembers every operation by its key, in
 * transactions of its own, and tells its outcome in webhooks besides. What it does is chosen by the payment token; see
 * {@link SimulatedToken}.
 */
@ApplicationScoped
class SimulatedProvider implements PaymentProvider {
    static final String NAME = "simulated";

    private final SimulatedMemory memory;
    private final ObjectMapper json;
    private final Clock clock;
    private final List<WebhookKey> keys;
    private final Duration timeout;

    SimulatedProvider(
            SimulatedMemory memory,
            ObjectMapper json,
            @WallClock Clock clock,
            @ConfigProperty(name = "payments.simulated.webhook-secrets") Optional<List<String>> secrets,
            @ConfigProperty(name = "payments.simulated.timeout") Duration timeout) {
        this.memory = memory;
        this.json = json;
        this.clock = clock;
        this.keys = secrets.orElse(List.of()).stream().map(WebhookKey::of).toList();
        this.timeout = timeout;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<WebhookKey> webhookKeys() {
        return keys;
    }

    @Override
    public ProviderAnswerView charge(Charge charge) {
        return operate(charge.key(), null, charge.amount(), charge.currency(), charge.token());
    }

    @Override
    public ProviderAnswerView refund(Refund refund) {
        String token = QuarkusTransaction.requiringNew()
                .call(() -> memory.find(refund.chargeKey()))
                .map(SimulatedMemory.Operation::token)
                .orElseThrow(() -> new OutcomeUnknown("it knows no such charge"));
        return operate(refund.key(), refund.chargeKey(), refund.amount(), refund.currency(), token);
    }

    @Override
    public Optional<ProviderEventView> event(String id, byte[] body) {
        try {
            JsonNode event = json.readTree(body);
            if (!event.path("type").isTextual()) {
                throw unreadable();
            }
            JsonNode data = event.path("data");
            String reference = data.path("reference").asText();
            ProviderAnswerView answer = switch (event.path("type").asText()) {
                case "charge.succeeded", "refund.succeeded" -> ProviderAnswerView.success(reference);
                case "charge.failed", "refund.failed" ->
                    ProviderAnswerView.failure(
                            reference, data.path("failure_reason").asText("failed"));
                default -> null;
            };
            if (answer == null) {
                return Optional.empty();
            }
            return Optional.of(new ProviderEventView(
                    id,
                    UUID.fromString(data.path("key").asText()),
                    data.path("amount").isNumber() ? data.path("amount").decimalValue() : null,
                    data.path("currency").isTextual() ? data.path("currency").asText() : null,
                    answer));
        } catch (IOException | IllegalArgumentException nonsense) {
            throw unreadable();
        }
    }

    private static Problem unreadable() {
        return Problem.badRequest("body", "is no event of this provider");
    }

    private ProviderAnswerView operate(UUID key, UUID chargeKey, BigDecimal amount, String currency, String sent) {
        SimulatedToken token = SimulatedToken.of(sent);
        boolean refund = chargeKey != null;
        if (token == SimulatedToken.TOK_LOST
                && !refund
                && QuarkusTransaction.requiringNew().call(() -> memory.lose(key))) {
            takeTooLong();
        }
        Instant now = clock.instant();
        SimulatedMemory.Operation wanted = new SimulatedMemory.Operation(
                key,
                chargeKey,
                amount,
                currency,
                sent,
                (refund ? "re_" : "ch_") + key.toString().replace("-", ""),
                token.failureReasonOf(refund),
                now.plus(token.timeNeededFor(refund)));
        // Its own commit: from here on it is charged, whatever becomes of whoever asked.
        SimulatedMemory.Operation known = QuarkusTransaction.requiringNew().call(() -> {
            if (memory.begin(wanted, now)) {
                announce(wanted, token);
            }
            return memory.find(key).orElseThrow();
        });
        if (known.amount().compareTo(amount) != 0 || !known.currency().equals(currency)) {
            throw new IllegalStateException("the key " + key + " was used for another amount");
        }
        if (token == SimulatedToken.TOK_TIMEOUT
                && !refund
                && QuarkusTransaction.requiringNew().call(() -> memory.countCall(key)) == 1) {
            takeTooLong();
        }
        return known.answerAt(clock.instant());
    }

    private void announce(SimulatedMemory.Operation operation, SimulatedToken token) {
        String event = "evt_" + UUID.randomUUID();
        memory.toSend(event, bodyOf(operation), operation.settlesAt());
        if (token == SimulatedToken.TOK_TWICE) {
            String other = "evt_" + UUID.randomUUID();
            memory.toSend(event, bodyOf(operation), operation.settlesAt());
            memory.toSend(other, bodyOf(operation), operation.settlesAt());
            memory.toSend(other, bodyOf(operation), operation.settlesAt());
        }
    }

    private String bodyOf(SimulatedMemory.Operation operation) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("key", operation.key());
        data.put("reference", operation.reference());
        data.put("amount", operation.amount());
        data.put("currency", operation.currency());
        data.put("failure_reason", operation.failureReason());
        Map<String, Object> event = new LinkedHashMap<>();
        event.put(
                "type",
                (operation.chargeKey() == null ? "charge." : "refund.")
                        + (operation.failureReason() == null ? "succeeded" : "failed"));
        event.put("timestamp", operation.settlesAt());
        event.put("data", data);
        try {
            return json.writeValueAsString(event);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("text and numbers are always JSON", impossible);
        }
    }

    private void takeTooLong() {
        try {
            Thread.sleep(timeout.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new OutcomeUnknown("no answer within " + timeout.toMillis() + " ms");
    }
}
