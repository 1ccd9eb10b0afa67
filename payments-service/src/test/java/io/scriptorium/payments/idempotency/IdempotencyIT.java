package io.scriptorium.payments.idempotency;

import static io.scriptorium.owner.test.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.scriptorium.local.test.LocalParts;
import io.scriptorium.payments.KnownWebsite;
import io.scriptorium.payments.WithParts;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a key promises, shown with payments for orders: their reference tells whether something was done twice. */
@QuarkusTest
@WithParts
class IdempotencyIT {
    private static UUID website;

    private final String client = UUID.randomUUID().toString();
    private final String key = UUID.randomUUID().toString();

    @TestHTTPResource("/api/v1/payments")
    URI payments;

    @Inject
    AgroalDataSource database;

    @Inject
    IdempotencyPurge purge;

    @BeforeEach
    void know() {
        if (website == null) {
            website = KnownWebsite.in("USD");
        }
    }

    @Test
    void givesTheFirstAnswerAgainByteForByte() {
        String body = body("A-1", "10");
        Response first = caller(client).body(body).post(payments);
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(first.header("Idempotent-Replayed")).isNull();
        for (int i = 0; i < 3; i++) {
            Response again = caller(client).body(body).post(payments);
            assertThat(again.statusCode()).isEqualTo(201);
            assertThat(again.asByteArray()).isEqualTo(first.asByteArray());
            for (String header : List.of("Content-Type", "Location", "ETag")) {
                assertThat(again.header(header)).as(header).isEqualTo(first.header(header));
            }
            assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        }
    }

    @Test
    void givesARefusalAgainAsWell() {
        String taken = body("B-1", "10");
        as("client", website.toString(), client)
                .header("Idempotency-Key", "another")
                .body(taken)
                .post(payments)
                .then()
                .statusCode(201);
        Response first = caller(client).body(taken).post(payments);
        Response again = caller(client).body(taken).post(payments);
        assertThat(first.statusCode()).isEqualTo(409);
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.asByteArray()).isEqualTo(first.asByteArray());
        assertThat(again.contentType()).isEqualTo(first.contentType()).startsWith("application/problem+json");
    }

    @Test
    void refusesTheSameKeyWithAnotherRequestAndTakesTheOldOneOnAllTheSame() {
        Response first = caller(client).body(body("C-1", "10")).post(payments);
        caller(client)
                .body(body("C-1", "11"))
                .post(payments)
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("Idempotency-Key"));
        assertThat(caller(client).body(body("C-1", "10")).post(payments).asByteArray())
                .isEqualTo(first.asByteArray());
    }

    @Test
    void takesAnInvalidRequestForNoneSoThatItsKeyIsStillFree() {
        caller(client).body(body("D-1", "0")).post(payments).then().statusCode(422);
        caller(client).body(body("D-1", "10")).post(payments).then().statusCode(201);
    }

    @Test
    void keepsEachCallersKeysApart() {
        Response first = caller(client).body(body("E-1", "10")).post(payments);
        Response other =
                caller(UUID.randomUUID().toString()).body(body("E-2", "10")).post(payments);
        assertThat(other.statusCode()).isEqualTo(201);
        assertThat(other.<String>path("id")).isNotEqualTo(first.path("id"));
    }

    @Test
    void needsAKey() {
        as("client", website.toString(), client)
                .body(body("F-1", "10"))
                .post(payments)
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("Idempotency-Key"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"with space", "ümlaut"})
    void refusesAKeyThatIsNone(String malformed) {
        as("client", website.toString(), client)
                .header("Idempotency-Key", malformed)
                .body(body("G-1", "10"))
                .post(payments)
                .then()
                .statusCode(400)
                .body("detail", containsString("visible ASCII"));
    }

    @Test
    void refusesAKeyThatIsTooLong() {
        as("client", website.toString(), client)
                .header("Idempotency-Key", "k".repeat(256))
                .body(body("G-2", "10"))
                .post(payments)
                .then()
                .statusCode(400);
    }

    @Test
    void hasOneEffectAndOneAnswerForAThousandAtOnce() throws Exception {
        String reference = "H-" + client;
        HttpClient http = HttpClient.newHttpClient();
        String token = LocalParts.issuer().token("client", website.toString(), client, Duration.ofMinutes(10));
        HttpRequest request = HttpRequest.newBuilder(payments)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .timeout(Duration.ofMinutes(2))
                .POST(HttpRequest.BodyPublishers.ofString(body(reference, "10")))
                .build();
        List<CompletableFuture<HttpResponse<String>>> sent = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            sent.add(http.sendAsync(request, HttpResponse.BodyHandlers.ofString()));
        }
        Set<String> answers = new TreeSet<>();
        for (CompletableFuture<HttpResponse<String>> each : sent) {
            HttpResponse<String> answer = each.get();
            answers.add(answer.statusCode() + " " + answer.body());
        }
        assertThat(answers).hasSize(1);
        assertThat(answers.iterator().next()).startsWith("201 ");
        as("client", website.toString(), client)
                .get(payments + "?reference=" + reference)
                .then()
                .body("items.size()", equalTo(1));
    }

    @Test
    void waitsForAnotherProcessWithTheSameKeyAndGivesItsAnswer() throws Exception {
        String body = body("I-1", "10");
        caller(client).body(body).post(payments).then().statusCode(201);
        byte[] fingerprint = fingerprint();
        // Another replica holds a claim that is not committed yet.
        String other = UUID.randomUUID().toString();
        CompletableFuture<Response> waiting;
        try (Connection replica = OtherReplica.open(database)) {
            replica.setAutoCommit(false);
            try (PreparedStatement claim = replica.prepareStatement(
                    "INSERT INTO idempotency_key (caller_id, key, fingerprint, status, content_type, body, created_at)"
                            + " VALUES (?, ?, ?, 201, 'application/json', 'theirs', now())")) {
                claim.setObject(1, UUID.fromString(other));
                claim.setString(2, key);
                claim.setBytes(3, fingerprint);
                claim.executeUpdate();
            }
            waiting =
                    CompletableFuture.supplyAsync(() -> caller(other).body(body).post(payments));
            OtherReplica.awaitALockIsWaitedFor(database);
            replica.commit();
        }
        assertThat(waiting.get().asString()).isEqualTo("theirs");
    }

    @Test
    void forgetsAfterADayInBatches() throws Exception {
        try (Connection connection = database.getConnection();
                Statement fill = connection.createStatement()) {
            fill.execute("INSERT INTO idempotency_key (caller_id, key, fingerprint, status, created_at)"
                    + " SELECT gen_random_uuid(), 'old', '', 200, now() - interval '25 hours'"
                    + " FROM generate_series(1, 2500)");
        }
        caller(client).body(body("J-1", "10")).post(payments).then().statusCode(201);
        assertThat(purge.purge()).isEqualTo(2500);
        caller(client)
                .body(body("J-1", "10"))
                .post(payments)
                .then()
                .statusCode(201)
                .header("Idempotent-Replayed", "true");
    }

    private byte[] fingerprint() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement find = connection.prepareStatement(
                        "SELECT fingerprint FROM idempotency_key WHERE caller_id = ? AND key = ?")) {
            find.setObject(1, UUID.fromString(client));
            find.setString(2, key);
            try (ResultSet row = find.executeQuery()) {
                row.next();
                return row.getBytes(1);
            }
        }
    }

    private RequestSpecification caller(String account) {
        return as("client", website.toString(), account).header("Idempotency-Key", key);
    }

    private static String body(String reference, String amount) {
        return "{\"kind\":\"order\",\"reference\":\"%s\",\"amount\":%s,\"currency\":\"USD\"}"
                .formatted(reference, amount);
    }
}
