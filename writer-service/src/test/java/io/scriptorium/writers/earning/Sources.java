package io.scriptorium.writers.earning;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scriptorium.owner.test.Broker;
import io.scriptorium.owner.test.Event;
import io.scriptorium.writers.WriterSuite.Writer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;
import org.awaitility.Awaitility;

/** Changes of tips and orders, made from the samples of those who publish them. */
public final class Sources {
    static final String TIPS = "payments.tip.changes";
    static final String ORDERS = "special-orders.order.changes";

    private static final ObjectMapper JSON = new ObjectMapper();

    private Sources() {}

    /** The id of what the writer earned in a period: once the service has counted a tip. */
    public static String anEarning(Writer writer) {
        try {
            Broker.shared().send(tip(UUID.randomUUID(), 1, writer.website(), writer.account(), state -> {}));
        } catch (Exception e) {
            throw new IllegalStateException("the tip could not be sent", e);
        }
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> writer.asks().get("/api/v1/earnings").path("items[0]?.id"), found -> found != null);
    }

    /** Completed at 2026-01-31T12:00:05Z; the writer's share is 15.00, of which 3.00 was refunded. */
    static Event tip(UUID id, long revision, String website, String writer, Consumer<ObjectNode> otherwise) {
        return Event.of(
                TIPS,
                id,
                "payments.tip.changed",
                revision,
                sample("../payments-service/contracts/tip.v1.sample.json", id, website, writer, otherwise));
    }

    /** Completed at 2026-01-25T16:20:00.123456Z for 180.00. */
    static Event order(UUID id, long revision, String website, String writer, Consumer<ObjectNode> otherwise) {
        return Event.of(
                ORDERS,
                id,
                "special-orders.order.changed",
                revision,
                sample("../special-orders-service/contracts/order.v1.sample.json", id, website, writer, otherwise));
    }

    static Event deletedTip(UUID id, long revision) {
        return Event.of(TIPS, id, "payments.tip.deleted", revision, null);
    }

    static Event deletedOrder(UUID id, long revision) {
        return Event.of(ORDERS, id, "special-orders.order.deleted", revision, null);
    }

    private static String sample(String file, UUID id, String website, String writer, Consumer<ObjectNode> otherwise) {
        try {
            ObjectNode state = (ObjectNode) JSON.readTree(Files.readString(Path.of(file)));
            state.put("id", id.toString());
            state.put("website_id", website);
            state.put("writer_id", writer);
            otherwise.accept(state);
            return state.toString();
        } catch (IOException e) {
            throw new IllegalStateException(file, e);
        }
    }
}
