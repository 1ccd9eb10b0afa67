package io.scriptorium.payments.tip;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.scriptorium.owner.test.Callers;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** A request for a tip, as a client sends it: {@code aTip(website, writer).of("25.00").given()}. */
final class Tips {
    private final String website;
    private final Map<String, Object> body = new HashMap<>();
    private String client = UUID.randomUUID().toString();
    private String key = UUID.randomUUID().toString();

    private Tips(String website, String writer) {
        this.website = website;
        body.put("writer_id", writer);
        body.put("amount", 25.00);
        body.put("type", "direct");
    }

    static Tips aTip(String website, String writer) {
        return new Tips(website, writer);
    }

    Tips of(Object amount) {
        return with("amount", amount);
    }

    Tips by(String otherClient) {
        client = otherClient;
        return this;
    }

    Tips forThe(String type, String reference) {
        return with("type", type).with("reference", reference);
    }

    /** @param otherKey null leaves it out */
    Tips withKey(String otherKey) {
        key = otherKey;
        return this;
    }

    /** @param value null leaves the field out */
    Tips with(String field, Object value) {
        if (value == null) {
            body.remove(field);
        } else {
            body.put(field, value);
        }
        return this;
    }

    Response sent() {
        return sentAs("client");
    }

    Response sentAs(String role) {
        RequestSpecification request = Callers.as(role, website, client);
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        return request.body(body).post("/api/v1/tips");
    }

    ValidatableResponse given() {
        return sent().then().statusCode(201);
    }
}
