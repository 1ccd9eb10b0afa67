package io.scriptorium.writers.earning;

import static io.scriptorium.owner.test.Callers.superadmin;
import static io.scriptorium.writers.Suite.aWebsite;
import static io.scriptorium.writers.WriterSuite.aLevel;
import static io.scriptorium.writers.WriterSuite.aWriter;
import static io.scriptorium.writers.WriterSuite.inParallel;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.scriptorium.owner.test.Broker;
import io.scriptorium.owner.test.Event;
import io.scriptorium.writers.WithParts;
import io.scriptorium.writers.WriterSuite.Writer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** An approval takes a writer's place until its order is over, whoever counts it meanwhile. */
@QuarkusTest
@WithParts
class TakenUpIT {
    @Test
    void holdsThePlaceUntilTheOrderIsCompleted() throws Exception {
        Writer writer = aWriterOfOneOrder();
        UUID order = UUID.randomUUID();
        approve(asked(writer, order), 200);
        String next = asked(writer, UUID.randomUUID());
        approve(next, 409);
        Broker.shared().send(order(writer, order, 1, underWay("in_progress")));
        awaitActive(writer, 1);
        approve(next, 409);
        Broker.shared().send(order(writer, order, 2, state -> {}));
        awaitActive(writer, 0);
        approve(next, 200);
    }

    @Test
    void freesThePlaceOfAnOrderThatIsCancelledOrGone() throws Exception {
        for (boolean gone : new boolean[] {true, false}) {
            Writer writer = aWriterOfOneOrder();
            UUID order = UUID.randomUUID();
            approve(asked(writer, order), 200);
            String next = asked(writer, UUID.randomUUID());
            Broker.shared().send(order(writer, order, 1, underWay("awaiting_approval")));
            approve(next, 409);
            Broker.shared()
                    .send(gone ? Sources.deletedOrder(order, 2) : order(writer, order, 2, underWay("cancelled")));
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> superadmin()
                                    .post("/api/v1/order-requests/" + next + "/approve")
                                    .statusCode()
                            == 200);
        }
    }

    /** A batch has orders of both writers in turn, and what is approved of each meanwhile concerns orders of the other. */
    @Test
    void approvesWhileTheEventsOfTheSameOrdersAreHandled() throws Exception {
        for (int round = 1; round <= 5; round++) {
            String website = aWebsite();
            Map<String, Object> level = Map.of(
                    "level_id", aLevel(website, Map.of("max_open_order_requests", 100, "max_active_orders", 100)));
            List<Writer> writers = List.of(aWriter(website, level), aWriter(website, level));
            List<Event> events = new ArrayList<>();
            List<Callable<Integer>> all = new ArrayList<>();
            for (int n = 0; n < 20; n++) {
                Writer given = writers.get(n % 2);
                Writer other = writers.get(1 - n % 2);
                UUID order = UUID.randomUUID();
                String approved = asked(given, order);
                String rejected = asked(other, order);
                approve(approved, 200);
                events.add(order(given, order, 1, underWay("in_progress")));
                all.add(() -> approve(rejected).statusCode());
                String fresh = asked(other, UUID.randomUUID());
                all.add(() -> approve(fresh).statusCode());
            }
            all.add(0, () -> {
                Broker.shared().send(events);
                return 200;
            });
            List<Integer> answers = inParallel(all);
            assertThat(answers).filteredOn(status -> status == 409).hasSize(20);
            assertThat(answers).filteredOn(status -> status == 200).hasSize(21);
            for (Writer writer : writers) {
                awaitActive(writer, 10);
            }
        }
    }

    private static Writer aWriterOfOneOrder() {
        String website = aWebsite();
        return aWriter(website, Map.of("level_id", aLevel(website, Map.of("max_active_orders", 1))));
    }

    private static Event order(Writer writer, UUID order, long revision, Consumer<ObjectNode> otherwise) {
        return Sources.order(order, revision, writer.website(), writer.account(), otherwise);
    }

    private static Consumer<ObjectNode> underWay(String status) {
        return state -> state.put("status", status).putNull("completed_at");
    }

    private static String asked(Writer writer, UUID order) {
        return writer.asks()
                .body(Map.of("order_id", order, "reason", "I know the subject."))
                .post("/api/v1/order-requests")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static void approve(String request, int status) {
        approve(request).then().statusCode(status);
    }

    private static Response approve(String request) {
        return superadmin().post("/api/v1/order-requests/" + request + "/approve");
    }

    private static void awaitActive(Writer writer, int orders) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(superadmin()
                                .get("/api/v1/writers/" + writer.id())
                                .<Integer>path("active_orders"))
                        .isEqualTo(orders));
    }
}
