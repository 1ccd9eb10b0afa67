package io.scriptorium.payments.payment;

import static io.scriptorium.owner.test.Callers.as;

import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Requests about payments for orders, with sensible defaults. */
final class Demands {
    private Demands() {}

    static Map<String, Object> anOrderPayment(UUID client, String amount) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("client_id", client.toString());
        fields.put("kind", "order");
        fields.put("reference", UUID.randomUUID().toString());
        fields.put("amount", new java.math.BigDecimal(amount));
        fields.put("currency", "USD");
        return fields;
    }

    static RequestSpecification client(UUID website, UUID client) {
        return as("client", website.toString(), client.toString());
    }

    static RequestSpecification keyed(RequestSpecification caller) {
        return caller.header("Idempotency-Key", UUID.randomUUID().toString());
    }

    /** @return the id of a payment that the client has still to pay */
    static String demanded(UUID website, UUID client, String amount) {
        return keyed(client(website, client))
                .body(anOrderPayment(client, amount))
                .post("/api/v1/payments")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
