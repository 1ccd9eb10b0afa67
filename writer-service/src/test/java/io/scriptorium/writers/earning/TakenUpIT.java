package io.scriptorium.writers.earning;

import static io.scriptorium.owner.test.Callers.superadmin;
import static io.scriptorium.writers.Suite.aWebsite;
import static io.scriptorium.writers.WriterSuite.aLevel;
import static io.scriptorium.writers.WriterSuite.aWriter;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.scriptorium.owner.test.Broker;
import io.scriptorium.owner.test.Event;
import io.scriptorium.writers.WithParts;
import io.scriptorium.writers.WriterSuite.Writer;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
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
        superadmin()
                .post("/api/v1/order-requests/" + request + "/approve")
                .then()
                .statusCode(status);
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
