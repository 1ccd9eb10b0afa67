package io.scriptorium.payments.payment;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A webhook of the simulated provider, signed here from the standard's text rather than with the code under test. */
final class SignedWebhook {
    static final String KEY = "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    static final String OTHER_KEY = "b2xkZXIga2V5IHdoaWxlIHRoZXkgYXJlIGNoYW5nZWQ=";

    private String id = "evt_" + UUID.randomUUID();
    private String timestamp = Long.toString(Instant.now().getEpochSecond());
    private String key = KEY;
    private String body;
    private String sent;
    private String signature;

    private SignedWebhook(String body) {
        this.body = body;
        this.sent = body;
    }

    static SignedWebhook of(String type, String attempt) {
        return new SignedWebhook("""
                {"type": "%s", "timestamp": "2026-01-31T12:00:05Z", "data": {"key": "%s", "reference": "ch_1",
                 "amount": 10.00, "currency": "USD", "failure_reason": %s}}
                """.formatted(type, attempt, type.endsWith("failed") ? "\"card_declined\"" : "null"));
    }

    static SignedWebhook withBody(String body) {
        return new SignedWebhook(body);
    }

    SignedWebhook id(String other) {
        id = other;
        return this;
    }

    SignedWebhook at(Instant when) {
        timestamp = Long.toString(when.getEpochSecond());
        return this;
    }

    SignedWebhook with(String otherKey) {
        key = otherKey;
        return this;
    }

    /** After it was signed. */
    SignedWebhook altered(String otherBody) {
        sent = otherBody;
        return this;
    }

    SignedWebhook signature(String other) {
        signature = other;
        return this;
    }

    Response post() {
        return post("simulated");
    }

    Response post(String provider) {
        return given().contentType("application/json")
                .header("webhook-id", id)
                .header("webhook-timestamp", timestamp)
                .header("webhook-signature", signature == null ? sign() : signature)
                .body(sent)
                .post("/api/v1/payments/webhooks/" + provider);
    }

    private String sign() {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(key), "HmacSHA256"));
            byte[] signed = mac.doFinal((id + "." + timestamp + "." + body).getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(signed);
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
