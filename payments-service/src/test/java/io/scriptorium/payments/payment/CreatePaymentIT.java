package io.scriptorium.payments.payment;

import static io.scriptorium.owner.test.Callers.admin;
import static io.scriptorium.owner.test.Callers.as;
import static io.scriptorium.owner.test.Callers.superadmin;
import static io.scriptorium.payments.payment.Demands.anOrderPayment;
import static io.scriptorium.payments.payment.Demands.client;
import static io.scriptorium.payments.payment.Demands.demanded;
import static io.scriptorium.payments.payment.Demands.keyed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.scriptorium.payments.KnownWebsite;
import io.scriptorium.payments.WithParts;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Payments that are demanded for orders, and who may do what with them. */
@QuarkusTest
@WithParts
class CreatePaymentIT {
    private static UUID website;

    private final UUID client = UUID.randomUUID();

    @BeforeEach
    void know() {
        if (website == null) {
            website = KnownWebsite.in("USD");
        }
    }

    @Test
    void makesAPendingPaymentAndShowsItToItsClientAndStaff() {
        Map<String, Object> fields = anOrderPayment(client, "49.9");
        fields.put("due_at", "2026-12-24T12:00:00Z");
        String id = keyed(admin(website.toString()))
                .body(fields)
                .post("/api/v1/payments")
                .then()
                .statusCode(201)
                .header("ETag", "\"0\"")
                .header("Location", containsString("/api/v1/payments/"))
                .body(containsString("\"amount\":49.90"))
                .body("status", equalTo("pending"), "kind", equalTo("order"), "website_id", equalTo(website.toString()))
                .extract()
                .path("id");
        client(website, client)
                .get("/api/v1/payments/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("due_at", equalTo("2026-12-24T12:00:00Z"), "client_id", equalTo(client.toString()));
        as("support", website.toString(), UUID.randomUUID().toString())
                .get("/api/v1/payments/" + id + "/transitions")
                .then()
                .statusCode(200)
                .body(
                        "items[0].to_status", equalTo("pending"),
                        "items[0].from_status", nullValue(),
                        "items[0].actor", equalTo("account"),
                        "items[0].reason", equalTo("order"));
    }

    @Test
    void hidesAPaymentFromOtherClientsWebsitesAndRoles() {
        String id = demanded(website, client, "10");
        client(website, UUID.randomUUID()).get("/api/v1/payments/" + id).then().statusCode(404);
        client(UUID.randomUUID(), client).get("/api/v1/payments/" + id).then().statusCode(404);
        admin(UUID.randomUUID().toString()).get("/api/v1/payments/" + id).then().statusCode(404);
        client(website, UUID.randomUUID())
                .get("/api/v1/payments?client_id=" + client)
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(0));
        for (String role : new String[] {"writer", "editor"}) {
            as(role, website.toString(), client.toString())
                    .get("/api/v1/payments/" + id)
                    .then()
                    .statusCode(403);
            as(role, website.toString(), client.toString())
                    .get("/api/v1/payments")
                    .then()
                    .statusCode(403);
        }
        client(website, client)
                .get("/api/v1/payments/" + id + "/transitions")
                .then()
                .statusCode(403);
        client(website, client)
                .body(Map.of("reason", "No"))
                .post("/api/v1/payments/" + id + "/cancel")
                .then()
                .statusCode(403);
        superadmin().get("/api/v1/payments/" + id).then().statusCode(200);
    }

    @Test
    void letsAClientDemandOfItselfAlone() {
        Map<String, Object> fields = anOrderPayment(UUID.randomUUID(), "10");
        keyed(client(website, client))
                .body(fields)
                .post("/api/v1/payments")
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("client_id"));
        fields.remove("client_id");
        keyed(client(website, client))
                .body(fields)
                .post("/api/v1/payments")
                .then()
                .statusCode(201)
                .body("client_id", equalTo(client.toString()));
        keyed(admin(website.toString()))
                .body(fields)
                .post("/api/v1/payments")
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("client_id"));
        keyed(as("support", website.toString(), client.toString()))
                .body(fields)
                .post("/api/v1/payments")
                .then()
                .statusCode(403);
    }

    @Test
    void demandsAnOrderOnce() {
        Map<String, Object> fields = anOrderPayment(client, "10");
        keyed(client(website, client))
                .body(fields)
                .post("/api/v1/payments")
                .then()
                .statusCode(201);
        keyed(client(website, client))
                .body(fields)
                .post("/api/v1/payments")
                .then()
                .statusCode(409)
                .body("errors[0].field", equalTo("reference"));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 422",
        "-1, 422",
        "0.001, 422",
        "10.001, 422",
        "1e12, 422",
        "1e999999999, 422",
        "1e-999999999, 422",
        "NaN, 400",
        "Infinity, 400",
        "'\"1e3\"', 400",
        "'\"10.00\"', 400",
        "null, 422",
        "true, 400",
        "'[10]', 400"
    })
    void refusesBadAmounts(String amount, int status) {
        keyed(client(website, client))
                .body("{\"kind\": \"order\", \"reference\": \"%s\", \"currency\": \"USD\", \"amount\": %s}"
                        .formatted(UUID.randomUUID(), amount))
                .post("/api/v1/payments")
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("errors[0].field", status == 422 ? equalTo("amount") : org.hamcrest.Matchers.notNullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"EUR", "usd", "XXXX", ""})
    void refusesAnotherCurrencyThanTheWebsites(String currency) {
        Map<String, Object> fields = anOrderPayment(client, "10");
        fields.put("currency", currency);
        keyed(client(website, client))
                .body(fields)
                .post("/api/v1/payments")
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("currency"));
    }

    @Test
    void refusesKindsThatMakeTheirPaymentsThemselvesAndDatesBeyondReason() {
        Map<String, Object> fields = anOrderPayment(client, "10");
        fields.put("kind", "tip");
        keyed(client(website, client))
                .body(fields)
                .post("/api/v1/payments")
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("kind"));
        fields.put("kind", "order");
        fields.put("due_at", "+100000-01-01T00:00:00Z");
        keyed(client(website, client))
                .body(fields)
                .post("/api/v1/payments")
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("due_at"));
    }

    @Test
    void waitsForAWebsiteThatIsNotKnownYetAndThenTakesTheSameKey() {
        UUID unheardOf = UUID.randomUUID();
        String key = UUID.randomUUID().toString();
        for (int attempt = 0; attempt < 2; attempt++) {
            client(unheardOf, client)
                    .header("Idempotency-Key", key)
                    .body(anOrderPayment(client, "10"))
                    .post("/api/v1/payments")
                    .then()
                    .statusCode(503);
        }
    }

    @Test
    void cancelsWhatIsPendingAndNamesWhatElseIsAllowed() {
        String id = demanded(website, client, "10");
        admin(website.toString())
                .header("If-Match", "\"7\"")
                .body(Map.of("reason", "Agreed"))
                .post("/api/v1/payments/" + id + "/cancel")
                .then()
                .statusCode(412);
        admin(website.toString())
                .body(Map.of("reason", "Agreed"))
                .post("/api/v1/payments/" + id + "/cancel")
                .then()
                .statusCode(200)
                .body("status", equalTo("cancelled"), "cancellation_reason", equalTo("requested"));
        admin(website.toString())
                .body(Map.of("reason", "Agreed"))
                .post("/api/v1/payments/" + id + "/cancel")
                .then()
                .statusCode(409)
                .body("detail", containsString("it can become: nothing"));
        admin(website.toString())
                .get("/api/v1/payments/" + id + "/transitions?sort=-at")
                .then()
                .body("items[0].reason", equalTo("Agreed"), "items[0].from_status", equalTo("pending"));
    }

    @Test
    void refusesUnknownParameters() {
        assertThat(client(website, client).get("/api/v1/payments?state=pending").statusCode())
                .isEqualTo(400);
        assertThat(client(website, client).get("/api/v1/payments?status=open").statusCode())
                .isEqualTo(400);
    }
}
