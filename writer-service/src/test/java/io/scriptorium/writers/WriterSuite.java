package io.scriptorium.writers;

import static io.scriptorium.owner.test.Callers.as;
import static io.scriptorium.owner.test.Callers.superadmin;
import static io.scriptorium.writers.Suite.anAccount;
import static io.scriptorium.writers.Suite.unique;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Writers and their levels, for tests that need some. */
public final class WriterSuite {
    private WriterSuite() {}

    /**
     * A writer's two ids.
     *
     * @param id the profile's
     * @param account by which everything else names the writer
     */
    public record Writer(String website, String id, String account) {
        public RequestSpecification asks() {
            return as("writer", website, account);
        }
    }

    /** A level's id. */
    public static String aLevel(String website) {
        return aLevel(website, Map.of());
    }

    public static String aLevel(String website, Map<String, Object> otherwise) {
        return superadmin()
                .body(levelFields(website, otherwise))
                .post("/api/v1/writer-levels")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    public static Map<String, Object> levelFields(String website, Map<String, Object> otherwise) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("website_id", website);
        fields.put("name", unique("Level"));
        fields.put("rank", 2);
        fields.put("tip_percentage", 60);
        fields.put("max_open_order_requests", 5);
        fields.put("max_active_orders", 3);
        fields.putAll(otherwise);
        return fields;
    }

    /** Active, of no level. */
    public static Writer aWriter(String website) {
        return aWriter(website, Map.of());
    }

    public static Writer aWriter(String website, Map<String, Object> otherwise) {
        String account = anAccount(website, "writer");
        String id = created(writerFields(account, otherwise)).extract().path("id");
        return new Writer(website, id, account);
    }

    public static ValidatableResponse created(Map<String, Object> writerFields) {
        return superadmin().body(writerFields).post("/api/v1/writers").then().statusCode(201);
    }

    public static Map<String, Object> writerFields(String account, Map<String, Object> otherwise) {
        Map<String, Object> fields = new HashMap<>();
        if (account != null) {
            fields.put("writer_id", account);
        }
        fields.put("pen_name", "A. Lovelace");
        fields.put("time_zone", "Europe/London");
        fields.put("payment_schedule", "monthly");
        fields.putAll(otherwise);
        return fields;
    }

    /** The id of an open request of a writer who has a level. */
    public static String anOrderRequest(Writer writer) {
        return writer.asks()
                .body(Map.of("order_id", UUID.randomUUID(), "reason", "I know the subject."))
                .post("/api/v1/order-requests")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** All at once, each on a thread of its own. */
    public static <T> List<T> inParallel(List<? extends Callable<T>> requests) throws Exception {
        ExecutorService workers = Executors.newFixedThreadPool(requests.size());
        try {
            List<T> answers = new ArrayList<>();
            for (Future<T> answer : workers.invokeAll(requests)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            workers.shutdownNow();
        }
    }

    public static <T> List<T> inParallel(int times, Callable<T> request) throws Exception {
        return inParallel(Collections.nCopies(times, request));
    }
}
