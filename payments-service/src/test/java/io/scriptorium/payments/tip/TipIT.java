package io.scriptorium.payments.tip;

import static io.scriptorium.owner.test.Callers.admin;
import static io.scriptorium.owner.test.Callers.as;
import static io.scriptorium.owner.test.Callers.superadmin;
import static io.scriptorium.payments.tip.Tips.aTip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.scriptorium.owner.test.Callers;
import io.scriptorium.owner.test.Contract;
import io.scriptorium.owner.test.Topics;
import io.scriptorium.payments.Market;
import io.scriptorium.payments.WithParts;
import io.scriptorium.payments.payment.PaymentSteps;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tips from their making to their last refund. */
@QuarkusTest
@WithParts
class TipIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static String website;
    private static String writer;

    @Inject
    Market market;

    @Inject
    PaymentSteps payments;

    private final String client = UUID.randomUUID().toString();

    @BeforeEach
    void open() throws Exception {
        if (website == null) {
            String opened = market.aWebsite("USD");
            writer = market.aWriter(opened, "60.00");
            website = opened;
        }
    }

    @Test
    void sharesATipByTheWritersLevelAndDemandsItsPayment() {
        ValidatableResponse made = aTip(website, writer)
                .by(client)
                .of(25)
                .forThe("order", "1042")
                .with("reason", "Two days early.\nThank you!")
                .with("currency", "USD")
                .given()
                .header("ETag", "\"0\"")
                .header("Location", containsString("/api/v1/tips/"))
                .body(
                        "website_id", equalTo(website),
                        "client_id", equalTo(client),
                        "writer_id", equalTo(writer),
                        "type", equalTo("order"),
                        "reference", equalTo("1042"),
                        "reason", equalTo("Two days early.\nThank you!"),
                        "amount", equalTo(25.00f),
                        "currency", equalTo("USD"),
                        "level_id", equalTo(Market.levelOf(website).toString()),
                        "level_name", equalTo("Advanced"))
                .body(
                        "writer_percentage", equalTo(60.00f),
                        "writer_earning", equalTo(15.00f),
                        "platform_profit", equalTo(10.00f),
                        "payment_status", equalTo("pending"),
                        "refunded_amount", equalTo(0.00f),
                        "completed_at", nullValue());
        assertThat(made.extract().asString()).contains("\"amount\":25.00,");
        as("client", website, client)
                .get("/api/v1/payments/" + made.extract().path("payment_id"))
                .then()
                .statusCode(200)
                .body(
                        "kind", equalTo("tip"),
                        "reference", equalTo(made.extract().path("id")),
                        "status", equalTo("pending"),
                        "amount", equalTo(25.00f),
                        "client_id", equalTo(client));
        as("client", website, client)
                .get("/api/v1/tips/" + made.extract().path("id"))
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("", equalTo(made.extract().path("")));
    }

    @ParameterizedTest(name = "{0} of {1} %")
    @CsvSource({
        "1.00, 33.33, 0.33, 0.67",
        "1.25, 50.00, 0.62, 0.63",
        "1.35, 50.00, 0.68, 0.67",
        "99.99, 66.67, 66.66, 33.33",
        "5000.00, 0.00, 0.00, 5000.00",
        "1.01, 100.00, 1.01, 0.00"
    })
    void addsUpWhateverTheShare(BigDecimal amount, String percentage, float earning, float profit) throws Exception {
        aTip(website, market.aWriter(website, percentage))
                .of(amount)
                .given()
                .body("writer_earning", equalTo(earning), "platform_profit", equalTo(profit));
    }

    @Test
    void keepsTheShareWhenTheLevelChanges() throws Exception {
        String promoted = market.aWriter(website, "50.00");
        String before = aTip(website, promoted).given().extract().path("id");
        market.publish(website, UUID.fromString(promoted), UUID.fromString(promoted), 2, "70.00");
        admin(website).get("/api/v1/tips/" + before).then().body("writer_earning", equalTo(12.50f));
        aTip(website, promoted).given().body("writer_percentage", equalTo(70.00f), "writer_earning", equalTo(17.50f));
    }

    static Stream<Object> noAmount() {
        return Stream.of(0, -1, 0.001, 25.001, 0.99, 5000.01, 1e12, new BigDecimal("1e40"), new BigDecimal("1e-40"));
    }

    @ParameterizedTest
    @MethodSource("noAmount")
    void refusesAnAmountThatNobodyGives(Object amount) {
        aTip(website, writer).of(amount).sent().then().statusCode(422).body("errors.field", contains("amount"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "\"1e3\"", "\"25.00\"", "true", "[25]", "25,00", "0x10", "025", "+25"})
    void refusesAnAmountThatIsNoNumber(String amount) {
        Callers.as("client", website, client)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("{\"writer_id\": \"%s\", \"type\": \"direct\", \"amount\": %s}".formatted(writer, amount))
                .post("/api/v1/tips")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @Test
    void takesAnAmountInAnyNotationOfANumber() {
        Callers.as("client", website, client)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("{\"writer_id\": \"%s\", \"type\": \"direct\", \"amount\": 1e3}".formatted(writer))
                .post("/api/v1/tips")
                .then()
                .statusCode(201)
                .body("amount", equalTo(1000.00f), "writer_earning", equalTo(600.00f));
    }

    @Test
    void namesEachFieldThatIsWrong() {
        for (String currency : List.of("EUR", "usd", "", "XXXX")) {
            aTip(website, writer)
                    .with("currency", currency)
                    .sent()
                    .then()
                    .statusCode(422)
                    .body("errors[0].field", equalTo("currency"), "detail", containsString("USD"));
        }
        wrong("reference", aTip(website, writer).with("reference", "1042"));
        wrong("reference", aTip(website, writer).with("type", "order"));
        wrong("reference", aTip(website, writer).with("type", "class"));
        wrong("reference", aTip(website, writer).forThe("class", " "));
        wrong("reference", aTip(website, writer).forThe("class", "x".repeat(101)));
        wrong("reason", aTip(website, writer).with("reason", "x".repeat(501)));
        wrong("reason", aTip(website, writer).with("reason", ""));
        wrong("amount", aTip(website, writer).of(null));
        wrong("type", aTip(website, writer).with("type", null));
        wrong("writer_id", aTip(website, writer).with("writer_id", null));
        aTip(website, writer).with("type", "DIRECT").sent().then().statusCode(400);
        aTip(website, writer).with("platform_profit", 0).sent().then().statusCode(400);
        aTip(website, writer)
                .of(0)
                .with("currency", "EUR")
                .with("type", "order")
                .sent()
                .then()
                .statusCode(422)
                .body("errors.field", contains("amount", "currency", "reference"));
    }

    @Test
    void refusesWritersWhoAreUnknownHereOrHaveNoLevel() throws Exception {
        String other = market.aWebsite("EUR");
        for (String unknown : List.of(
                UUID.randomUUID().toString(), market.aWriter(other, "60.00"), market.aWriterWithoutLevel(website))) {
            wrong("writer_id", aTip(website, unknown));
        }
    }

    @Test
    void doesNotGuessTheCurrencyOfAWebsiteThatIsNotKnownYet() {
        aTip(UUID.randomUUID().toString(), writer)
                .sent()
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", notNullValue());
    }

    @Test
    void followsItsPaymentToItsLastRefund() throws Exception {
        String writerOfThird = market.aWriter(website, "33.33");
        ValidatableResponse made = aTip(website, writerOfThird)
                .of(new BigDecimal("10.00"))
                .by(client)
                .given();
        String id = made.extract().path("id");
        String payment = made.extract().path("payment_id");
        payments.process(website, payment);
        has(id, "processing", "0.00", "0.00");
        payments.fail(website, payment);
        has(id, "failed", "0.00", "0.00");
        payments.process(website, payment);
        has(id, "processing", "0.00", "0.00");
        payments.complete(website, payment);
        has(id, "completed", "0.00", "0.00");
        balance(writerOfThird, "3.33");
        payments.refund(website, payment, "3.33");
        has(id, "completed", "3.33", "1.11");
        balance(writerOfThird, "2.22");
        payments.refund(website, payment, "0.01");
        has(id, "completed", "3.34", "1.11");
        payments.refund(website, payment, "6.66");
        has(id, "completed", "10.00", "3.33");
        balance(writerOfThird, "0.00");
        assertThatThrownBy(() -> payments.refund(website, payment, "0.01")).isInstanceOf(RuntimeException.class);
        has(id, "completed", "10.00", "3.33");

        List<ConsumerRecord<String, String>> events = Topics.events("payments.tip.changes", id, 8);
        List<String> told = new ArrayList<>();
        for (ConsumerRecord<String, String> event : events) {
            new Contract("tip").fits(event.value());
            JsonNode state = JSON.readTree(event.value());
            told.add(state.get("payment_status").asText() + " "
                    + state.get("writer_earning_refunded").asText());
        }
        assertThat(told)
                .containsExactly(
                        "pending 0.0",
                        "processing 0.0",
                        "failed 0.0",
                        "processing 0.0",
                        "completed 0.0",
                        "completed 1.11",
                        "completed 1.11",
                        "completed 3.33");
        admin(website)
                .get("/api/v1/ledger/entries?payment_id=" + payment)
                .then()
                .body(
                        "items.findAll { it.kind == 'tip_split' }.size()",
                        is(3),
                        "items.posting_id.unique().size()",
                        is(8));
        admin(website).get("/api/v1/ledger/trial-balance?compare=true").then().body("balanced", is(true));
    }

    @Test
    void givesOneTipForAKeyHoweverOftenItIsSent() throws Exception {
        String key = UUID.randomUUID().toString();
        List<String> answers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            answers.add(aTip(website, writer)
                    .by(client)
                    .withKey(key)
                    .given()
                    .extract()
                    .asString());
        }
        assertThat(answers).hasSize(3).containsOnly(answers.get(0));
        aTip(website, writer).by(client).withKey(key).of(26).sent().then().statusCode(422);
        as("client", website, client)
                .get("/api/v1/tips")
                .then()
                .statusCode(200)
                .body("summary.count", is(1), "items.size()", is(1));
        aTip(website, writer).by(client).withKey(null).sent().then().statusCode(400);
    }

    @Test
    void publishesTheTipsOfAWebsiteAgain() throws Exception {
        String own = market.aWebsite("USD");
        String id = aTip(own, market.aWriter(own, "60.00")).given().extract().path("id");
        superadmin()
                .body(Map.of("aggregate", "tip", "website_id", own))
                .post("/api/v1/payments-service/outbox/republish")
                .then()
                .statusCode(200)
                .body("republished", is(1));
        List<ConsumerRecord<String, String>> events = Topics.events("payments.tip.changes", id, 2);
        assertThat(events.get(1).value()).isEqualTo(events.get(0).value());
    }

    @Test
    void failsWithAPaymentThatIsCancelled() {
        ValidatableResponse made = aTip(website, writer).given();
        payments.cancel(website, made.extract().path("payment_id"));
        has(made.extract().path("id"), "failed", "0.00", "0.00");
    }

    @Test
    void givesBackOnceOfTwoSimultaneousRefundsOfTheWhole() throws Exception {
        String own = market.aWriter(website, "50.00");
        ValidatableResponse made = aTip(website, own).given();
        String payment = made.extract().path("payment_id");
        payments.pay(website, payment);
        List<Boolean> refunds = inParallel(8, () -> {
            payments.refund(website, payment, "25.00");
            return true;
        });
        assertThat(refunds).containsOnlyOnce(true);
        has(made.extract().path("id"), "completed", "25.00", "12.50");
        balance(own, "0.00");
    }

    @Test
    void countsEachOfManySimultaneousRefundsInParts() throws Exception {
        String own = market.aWriter(website, "33.33");
        ValidatableResponse made = aTip(website, own).given();
        String payment = made.extract().path("payment_id");
        payments.pay(website, payment);
        // 25.00 in 25 parts, of which eleven more find nothing left.
        List<Boolean> refunds = inParallel(36, () -> {
            payments.refund(website, payment, "1.00");
            return true;
        });
        assertThat(refunds).filteredOn(done -> done).hasSize(25);
        has(made.extract().path("id"), "completed", "25.00", "8.33");
        balance(own, "0.00");
        admin(website).get("/api/v1/ledger/trial-balance?compare=true").then().body("balanced", is(true));
    }

    @Test
    void neitherMakesATipWithoutItsPaymentNorAPaymentWithoutItsTip() {
        String before = admin(website)
                .get("/api/v1/payments?kind=tip&total=true")
                .then()
                .extract()
                .path("total")
                .toString();
        wrong("writer_id", aTip(website, UUID.randomUUID().toString()));
        wrong("amount", aTip(website, writer).of(0));
        String after = admin(website)
                .get("/api/v1/payments?kind=tip&total=true")
                .then()
                .extract()
                .path("total")
                .toString();
        assertThat(after).isEqualTo(before);
    }

    @Test
    void letsClientsGiveAndNobodyElse() {
        for (String role : List.of("superadmin", "admin", "support", "editor", "writer")) {
            aTip(website, writer).sentAs(role).then().statusCode(403);
        }
        Callers.anonymous()
                .body("{}")
                .post("/api/v1/tips")
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
    }

    @Test
    void showsATipToThoseItConcerns() throws Exception {
        String id = aTip(website, writer).by(client).given().extract().path("id");
        String path = "/api/v1/tips/" + id;
        as("client", website, client).get(path).then().statusCode(200);
        as("writer", website, writer).get(path).then().statusCode(200);
        admin(website).get(path).then().statusCode(200);
        superadmin().get(path).then().statusCode(200);
        as("client", website, UUID.randomUUID().toString()).get(path).then().statusCode(404);
        as("writer", website, UUID.randomUUID().toString()).get(path).then().statusCode(404);
        // Neither role may look with the other's eyes.
        as("client", website, writer).get(path).then().statusCode(404);
        as("writer", website, client).get(path).then().statusCode(404);
        as("support", website, client).get(path).then().statusCode(403);
        as("editor", website, client).get(path).then().statusCode(403);
        String other = UUID.randomUUID().toString();
        admin(other).get(path).then().statusCode(404);
        as("client", other, client).get(path).then().statusCode(404);
        as("writer", other, writer).get(path).then().statusCode(404);
        admin(other).get("/api/v1/tips?website_id=" + website).then().body("items", empty(), "summary.count", is(0));
    }

    private void has(String id, String status, String refunded, String writerRefunded) {
        admin(website)
                .get("/api/v1/tips/" + id)
                .then()
                .statusCode(200)
                .body(
                        "payment_status", equalTo(status),
                        "refunded_amount", equalTo(Float.valueOf(refunded)),
                        "writer_earning_refunded", equalTo(Float.valueOf(writerRefunded)),
                        "completed_at", status.equals("completed") ? notNullValue() : nullValue());
    }

    private static void balance(String writerId, String balance) {
        as("writer", website, writerId)
                .get("/api/v1/ledger/accounts")
                .then()
                .statusCode(200)
                .body("items.balance", contains(Float.valueOf(balance)));
    }

    private static void wrong(String field, Tips tip) {
        tip.sent().then().statusCode(422).body("errors.field", contains(field));
    }

    /** False for one that was refused. */
    private static List<Boolean> inParallel(int times, Callable<Boolean> work) throws Exception {
        ExecutorService workers = Executors.newFixedThreadPool(8);
        try {
            List<Boolean> done = new ArrayList<>();
            for (Future<Boolean> each : workers.invokeAll(Collections.nCopies(times, work))) {
                try {
                    done.add(each.get());
                } catch (ExecutionException refused) {
                    assertThat(refused).hasStackTraceContaining("refunded");
                    done.add(false);
                }
            }
            return done;
        } finally {
            workers.shutdownNow();
        }
    }
}
