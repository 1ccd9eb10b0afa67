package io.scriptorium.writers.orderrequest;

import static io.scriptorium.owner.test.Callers.admin;
import static io.scriptorium.owner.test.Callers.as;
import static io.scriptorium.owner.test.Callers.superadmin;
import static io.scriptorium.owner.test.Topics.events;
import static io.scriptorium.owner.test.Topics.header;
import static io.scriptorium.writers.Suite.aWebsite;
import static io.scriptorium.writers.Suite.anAccount;
import static io.scriptorium.writers.WriterSuite.aLevel;
import static io.scriptorium.writers.WriterSuite.aWriter;
import static io.scriptorium.writers.WriterSuite.inParallel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.scriptorium.owner.tenant.ActingTenant;
import io.scriptorium.owner.test.Contract;
import io.scriptorium.writers.WithParts;
import io.scriptorium.writers.WriterSuite.Writer;
import io.scriptorium.writers.writer.WriterService;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithParts
class OrderRequestIT {
    private static final String TOPIC = "writers.order-request.changes";

    @Inject
    OrderRequestService requests;

    @Inject
    WriterService writers;

    @Inject
    ActingTenant acting;

    @Test
    void asksForAnOrderAndIsGivenIt() throws Exception {
        Writer writer = writerOf(aWebsite(), 5, 3);
        UUID order = UUID.randomUUID();
        String id = ask(writer, order)
                .then()
                .statusCode(201)
                .header("ETag", "\"0\"")
                .body(
                        "writer_id", equalTo(writer.account()),
                        "website_id", equalTo(writer.website()),
                        "order_id", equalTo(order.toString()),
                        "status", equalTo("open"),
                        "decided_at", nullValue())
                .extract()
                .path("id");
        writer.asks().get("/api/v1/writers/" + writer.id()).then().body("last_active_at", notNullValue());
        String staff = UUID.randomUUID().toString();
        as("support", writer.website(), staff)
                .post("/api/v1/order-requests/" + id + "/approve")
                .then()
                .statusCode(200)
                .body("status", equalTo("approved"), "decided_by", equalTo(staff), "decided_at", notNullValue());
        writer.asks()
                .get("/api/v1/order-requests/" + id)
                .then()
                .statusCode(200)
                .body("status", equalTo("approved"), "reason", equalTo("I know the subject."));
        List<ConsumerRecord<String, String>> events = events(TOPIC, id, 2);
        for (ConsumerRecord<String, String> event : events) {
            new Contract("order-request").fits(event.value());
            assertThat(event.value()).doesNotContain("subject");
            assertThat(header(event, "ce_type")).isEqualTo("writers.order-request.changed");
        }
    }

    @Test
    void approvingOneRejectsTheOthersOfTheOrderEachWithItsEvent() {
        String website = aWebsite();
        UUID order = UUID.randomUUID();
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            ids.add(asked(writerOf(website, 5, 3), order));
        }
        Writer withdrawer = writerOf(website, 5, 3);
        String withdrawn = asked(withdrawer, order);
        withdrawer
                .asks()
                .post("/api/v1/order-requests/" + withdrawn + "/withdraw")
                .then()
                .statusCode(200);
        String elsewhere = asked(writerOf(website, 5, 3), UUID.randomUUID());

        approve(ids.get(1)).then().statusCode(200);
        for (int i : new int[] {0, 2}) {
            superadmin()
                    .get("/api/v1/order-requests/" + ids.get(i))
                    .then()
                    .body("status", equalTo("rejected"), "feedback", containsString("another writer"));
            assertThat(events(TOPIC, ids.get(i), 2).get(1).value()).contains("\"rejected\"");
        }
        events(TOPIC, withdrawn, 2);
        superadmin().get("/api/v1/order-requests/" + elsewhere).then().body("status", equalTo("open"));
        // Nobody asks for it any more, and nobody else can be given it.
        ask(writerOf(website, 5, 3), order)
                .then()
                .statusCode(409)
                .body("errors[0].field", equalTo("order_id"), "detail", containsString("given"));
        approve(ids.get(0)).then().statusCode(409).body("detail", containsString("final"));
    }

    @Test
    void takesAnApprovalBackSoThatAnotherCanBeGivenTheOrder() {
        String website = aWebsite();
        UUID order = UUID.randomUUID();
        String first = asked(writerOf(website, 5, 3), order);
        String decided = approve(first).path("decided_at");
        superadmin()
                .body(Map.of("feedback", "Fell ill"))
                .post("/api/v1/order-requests/" + first + "/reject")
                .then()
                .statusCode(200)
                .body("status", equalTo("rejected"), "feedback", equalTo("Fell ill"), "decided_at", equalTo(decided));
        approve(asked(writerOf(website, 5, 3), order)).then().statusCode(200);
    }

    @Test
    void refusesEachIllegalTransitionAndNamesTheLegalOnes() {
        String website = aWebsite();
        Writer writer = writerOf(website, 100, 100);
        Map<String, String> legal = Map.of(
                "open", "approved, rejected, withdrawn.",
                "approved", "rejected.",
                "rejected", "nothing, that state is final.",
                "withdrawn", "nothing, that state is final.");
        for (OrderRequestStatus from : OrderRequestStatus.values()) {
            for (OrderRequestStatus to :
                    List.of(OrderRequestStatus.APPROVED, OrderRequestStatus.REJECTED, OrderRequestStatus.WITHDRAWN)) {
                String id = asked(writer, UUID.randomUUID());
                if (from != OrderRequestStatus.OPEN) {
                    turn(writer, id, from).then().statusCode(200);
                }
                Response answer = turn(writer, id, to);
                if (from.next().contains(to)) {
                    answer.then().statusCode(200).body("status", equalTo(to.wireName()));
                } else {
                    answer.then().statusCode(409).body("detail", containsString(legal.get(from.wireName())));
                }
            }
        }
    }

    @Test
    void holdsTheMaximumOfOpenRequestsWhenFiftyComeAtOnce() throws Exception {
        Writer writer = writerOf(aWebsite(), 7, 3);
        List<Integer> answers =
                inParallel(50, () -> ask(writer, UUID.randomUUID()).statusCode());
        assertThat(answers).filteredOn(status -> status == 201).hasSize(7);
        assertThat(answers).filteredOn(status -> status == 409).hasSize(43);
        writer.asks()
                .get("/api/v1/order-requests?status=open&total=true")
                .then()
                .body("total", is(7));
        ask(writer, UUID.randomUUID()).then().statusCode(409).body("detail", containsString("allows 7"));
        // What is decided or withdrawn makes room, for one.
        String id = writer.asks().get("/api/v1/order-requests").path("items[0].id");
        writer.asks().post("/api/v1/order-requests/" + id + "/withdraw").then().statusCode(200);
        ask(writer, UUID.randomUUID()).then().statusCode(201);
        ask(writer, UUID.randomUUID()).then().statusCode(409);
    }

    @Test
    void keepsOneOpenRequestForAnOrderOfFiftyAtOnce() throws Exception {
        Writer writer = writerOf(aWebsite(), 100, 3);
        UUID order = UUID.randomUUID();
        List<Integer> answers = inParallel(50, () -> ask(writer, order).statusCode());
        assertThat(answers).filteredOn(status -> status == 201).hasSize(1);
        assertThat(answers).filteredOn(status -> status == 409).hasSize(49);
        String id = writer.asks().get("/api/v1/order-requests").path("items[0].id");
        writer.asks().post("/api/v1/order-requests/" + id + "/withdraw").then().statusCode(200);
        ask(writer, order).then().statusCode(201);
    }

    @Test
    void givesAnOrderToOneOfFiftyWhoAreApprovedAtOnce() throws Exception {
        String website = aWebsite();
        String level = aLevel(website);
        UUID order = UUID.randomUUID();
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            ids.add(asked(aWriter(website, Map.of("level_id", level)), order));
        }
        List<Integer> answers = inParallel(ids.stream()
                .map(id -> (Callable<Integer>) () -> approve(id).statusCode())
                .toList());
        assertThat(answers).filteredOn(status -> status == 200).hasSize(1);
        assertThat(answers).filteredOn(status -> status == 409).hasSize(49);
        assertThat(total("order_id=" + order + "&status=approved")).isEqualTo(1);
        assertThat(total("order_id=" + order + "&status=rejected")).isEqualTo(49);
    }

    /** Half ask while the order is given to somebody: whoever comes in time is rejected, whoever is late is refused. */
    @Test
    void leavesNobodyOpenWhoAskedWhileTheOrderWasGiven() throws Exception {
        String website = aWebsite();
        String level = aLevel(website);
        UUID order = UUID.randomUUID();
        String first = asked(aWriter(website, Map.of("level_id", level)), order);
        List<Writer> late = IntStream.range(0, 20)
                .mapToObj(n -> aWriter(website, Map.of("level_id", level)))
                .toList();
        List<Callable<Integer>> all = new ArrayList<>();
        late.forEach(writer -> all.add(() -> ask(writer, order).statusCode()));
        all.add(10, () -> approve(first).statusCode());
        List<Integer> answers = inParallel(all);
        assertThat(answers.get(10)).isEqualTo(200);
        assertThat(answers).containsAnyOf(201, 409).doesNotContain(500);
        assertThat(total("order_id=" + order + "&status=open")).isZero();
        assertThat(total("order_id=" + order + "&status=approved")).isEqualTo(1);
    }

    @Test
    void holdsTheMaximumOfActiveOrdersWhenFiftyAreApprovedAtOnce() throws Exception {
        Writer writer = writerOf(aWebsite(), 100, 4);
        // One is under way already.
        done(writer, 0, 1);
        List<UUID> orders =
                IntStream.range(0, 50).mapToObj(n -> UUID.randomUUID()).toList();
        List<Callable<Integer>> approvals = orders.stream()
                .map(order -> asked(writer, order))
                .map(id -> (Callable<Integer>) () -> approve(id).statusCode())
                .toList();
        List<Integer> answers = inParallel(approvals);
        assertThat(answers).filteredOn(status -> status == 200).hasSize(3);
        assertThat(answers).filteredOn(status -> status == 409).hasSize(47);
        String open = writer.asks().get("/api/v1/order-requests?status=open").path("items[0].id");
        approve(open).then().statusCode(409).body("detail", containsString("4 active orders"));

        // The order begins: what was promised is now under way, and still takes one place.
        List<String> approved =
                writer.asks().get("/api/v1/order-requests?status=approved").path("items.order_id");
        takenUp(writer, UUID.fromString(approved.get(0)), 1);
        approve(open).then().statusCode(409);
        // It is completed, which makes room for one.
        done(writer, 1, -1);
        approve(open).then().statusCode(200);
    }

    @Test
    void neverDependsOnHowOftenAnOrderIsSaidToBeTakenUp() {
        Writer writer = writerOf(aWebsite(), 5, 1);
        UUID order = UUID.randomUUID();
        approve(asked(writer, order)).then().statusCode(200);
        takenUp(writer, order, 1);
        takenUp(writer, order, 0);
        takenUp(writer, UUID.randomUUID(), 0);
        done(writer, 1, -1);
        approve(asked(writer, UUID.randomUUID())).then().statusCode(200);
    }

    @Test
    void letsOnlyThoseAskAndBeApprovedWhoMayWork() {
        String website = aWebsite();
        String level = aLevel(website);
        Writer applied = aWriter(website, Map.of("level_id", level, "status", "applied"));
        ask(applied, UUID.randomUUID()).then().statusCode(409).body("detail", containsString("applied"));
        ask(aWriter(website), UUID.randomUUID()).then().statusCode(409).body("detail", containsString("level"));
        as("writer", website, anAccount(website, "writer"))
                .body(Map.of("order_id", UUID.randomUUID(), "reason", "Me"))
                .post("/api/v1/order-requests")
                .then()
                .statusCode(409)
                .body("detail", containsString("Apply"));
        Writer writer = aWriter(website, Map.of("level_id", level));
        String id = asked(writer, UUID.randomUUID());
        status(writer, "suspended");
        approve(id).then().statusCode(409).body("detail", containsString("suspended"));
        status(writer, "probation");
        approve(id).then().statusCode(200);
    }

    @Test
    void withdrawsWhatIsOpenOfAWriterWhoIsClosed() {
        Writer writer = writerOf(aWebsite(), 5, 3);
        String open = asked(writer, UUID.randomUUID());
        String approved = asked(writer, UUID.randomUUID());
        approve(approved).then().statusCode(200);
        status(writer, "closed");
        superadmin().get("/api/v1/order-requests/" + open).then().body("status", equalTo("withdrawn"));
        superadmin().get("/api/v1/order-requests/" + approved).then().body("status", equalTo("approved"));
        assertThat(events(TOPIC, open, 2).get(1).value()).contains("\"withdrawn\"");
    }

    @Test
    void respectsIfMatchWhereItIsSent() {
        Writer writer = writerOf(aWebsite(), 5, 3);
        String id = asked(writer, UUID.randomUUID());
        superadmin()
                .header("If-Match", "\"7\"")
                .post("/api/v1/order-requests/" + id + "/approve")
                .then()
                .statusCode(412);
        writer.asks()
                .header("If-Match", "\"7\"")
                .post("/api/v1/order-requests/" + id + "/withdraw")
                .then()
                .statusCode(412);
        admin(writer.website())
                .header("If-Match", "\"0\"")
                .body(Map.of("feedback", "No"))
                .post("/api/v1/order-requests/" + id + "/reject")
                .then()
                .statusCode(200);
    }

    private static Writer writerOf(String website, int maxOpen, int maxActive) {
        String level = aLevel(website, Map.of("max_open_order_requests", maxOpen, "max_active_orders", maxActive));
        return aWriter(website, Map.of("level_id", level));
    }

    private static Response ask(Writer writer, UUID order) {
        return writer.asks()
                .body(Map.of("order_id", order, "reason", "I know the subject."))
                .post("/api/v1/order-requests");
    }

    private static String asked(Writer writer, UUID order) {
        return ask(writer, order).then().statusCode(201).extract().path("id");
    }

    private static Response approve(String id) {
        return superadmin().post("/api/v1/order-requests/" + id + "/approve");
    }

    private static Response turn(Writer writer, String id, OrderRequestStatus to) {
        return switch (to) {
            case APPROVED -> approve(id);
            case REJECTED ->
                superadmin().body(Map.of("feedback", "No")).post("/api/v1/order-requests/" + id + "/reject");
            case WITHDRAWN -> writer.asks().post("/api/v1/order-requests/" + id + "/withdraw");
            case OPEN -> throw new IllegalArgumentException("nothing becomes open again");
        };
    }

    private static void status(Writer writer, String status) {
        superadmin()
                .body(Map.of("status", status))
                .post("/api/v1/writers/" + writer.id() + "/status")
                .then()
                .statusCode(200);
    }

    private static int total(String filters) {
        return superadmin()
                .get("/api/v1/order-requests?total=true&" + filters)
                .then()
                .statusCode(200)
                .extract()
                .path("total");
    }

    /** As the feature does that hears of orders. */
    private void takenUp(Writer writer, UUID order, int active) {
        acting.as(
                writer.website(),
                () -> QuarkusTransaction.requiringNew().run(() -> {
                    writers.add(UUID.fromString(writer.account()), 0, active, BigDecimal.ZERO);
                    requests.takenUp(List.of(order));
                }));
    }

    private void done(Writer writer, int completed, int active) {
        acting.as(
                writer.website(),
                () -> QuarkusTransaction.requiringNew()
                        .run(() -> writers.add(UUID.fromString(writer.account()), completed, active, BigDecimal.ZERO)));
    }
}
