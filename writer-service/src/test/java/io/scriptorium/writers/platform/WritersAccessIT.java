package io.scriptorium.writers.platform;

import static io.scriptorium.owner.test.Callers.admin;
import static io.scriptorium.owner.test.Callers.anonymous;
import static io.scriptorium.owner.test.Callers.as;
import static io.scriptorium.owner.test.Callers.superadmin;
import static io.scriptorium.writers.Suite.aWebsite;
import static io.scriptorium.writers.Suite.anAccount;
import static io.scriptorium.writers.WriterSuite.aLevel;
import static io.scriptorium.writers.WriterSuite.aWriter;
import static io.scriptorium.writers.WriterSuite.anOrderRequest;
import static io.scriptorium.writers.WriterSuite.levelFields;
import static io.scriptorium.writers.WriterSuite.writerFields;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.scriptorium.writers.WithParts;
import io.scriptorium.writers.WriterSuite.Writer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may do what with levels, writers and order requests. */
@QuarkusTest
@WithParts
class WritersAccessIT {
    /** The answers of each role, in the order of the requests below. */
    @ParameterizedTest
    @CsvSource({
        //         levels: list, read, create, change, delete
        "superadmin,       200, 200, 201, 200, 204",
        "admin,            200, 200, 201, 200, 204",
        "support,          200, 200, 403, 403, 403",
        "editor,           403, 403, 403, 403, 403",
        "writer,           200, 200, 403, 403, 403",
        "client,           403, 403, 403, 403, 403"
    })
    void givesLevelsToWhomTheyConcern(String role, int list, int read, int create, int change, int delete) {
        String website = aWebsite();
        String level = aLevel(website);
        Supplier<RequestSpecification> caller = caller(role, website);
        caller.get().get("/api/v1/writer-levels").then().statusCode(list);
        caller.get().get("/api/v1/writer-levels/" + level).then().statusCode(read);
        caller.get()
                .body(levelFields(website, Map.of()))
                .post("/api/v1/writer-levels")
                .then()
                .statusCode(create);
        caller.get()
                .header("If-Match", "\"0\"")
                .body(Map.of("rank", 3))
                .patch("/api/v1/writer-levels/" + level)
                .then()
                .statusCode(change);
        caller.get().delete("/api/v1/writer-levels/" + level).then().statusCode(delete);
    }

    @ParameterizedTest
    @CsvSource({
        //      writers: list, read, create, change, status, review
        "superadmin,     200, 200, 201, 200, 200, 200",
        "admin,          200, 200, 201, 200, 200, 200",
        "support,        200, 200, 403, 403, 403, 200",
        "editor,         403, 403, 403, 403, 403, 403",
        "writer,         200, 404, 422, 404, 403, 403",
        "client,         403, 403, 403, 403, 403, 403"
    })
    void givesWritersToWhomTheyConcern(
            String role, int list, int read, int create, int change, int status, int review) {
        String website = aWebsite();
        String path = "/api/v1/writers/" + aWriter(website).id();
        Supplier<RequestSpecification> caller = caller(role, website);
        caller.get().get("/api/v1/writers").then().statusCode(list);
        caller.get().get(path).then().statusCode(read);
        caller.get()
                .body(writerFields(anAccount(website, "writer"), Map.of()))
                .post("/api/v1/writers")
                .then()
                .statusCode(create);
        caller.get()
                .header("If-Match", "\"0\"")
                .body(Map.of("introduction", "Hello"))
                .patch(path)
                .then()
                .statusCode(change);
        caller.get()
                .body(Map.of("status", "on_break"))
                .post(path + "/status")
                .then()
                .statusCode(status);
        caller.get().body(Map.of("score", 4)).post(path + "/reviews").then().statusCode(review);
    }

    @ParameterizedTest
    @CsvSource({
        // requests: list, read, create, approve, reject, withdraw
        "superadmin, 200, 200, 403, 200, 200, 403",
        "admin,      200, 200, 403, 200, 200, 403",
        "support,    200, 200, 403, 200, 200, 403",
        "editor,     403, 403, 403, 403, 403, 403",
        "writer,     200, 404, 409, 403, 403, 404",
        "client,     403, 403, 403, 403, 403, 403"
    })
    void givesRequestsToWhomTheyConcern(
            String role, int list, int read, int create, int approve, int reject, int withdraw) {
        String website = aWebsite();
        String path = "/api/v1/order-requests/" + anOrderRequest(aWorkingWriter(website));
        Supplier<RequestSpecification> caller = caller(role, website);
        caller.get().get("/api/v1/order-requests").then().statusCode(list);
        caller.get().get(path).then().statusCode(read);
        caller.get()
                .body(Map.of("order_id", UUID.randomUUID(), "reason", "Me"))
                .post("/api/v1/order-requests")
                .then()
                .statusCode(create);
        caller.get().post(path + "/withdraw").then().statusCode(withdraw);
        caller.get().post(path + "/approve").then().statusCode(approve);
        caller.get()
                .body(Map.of("feedback", "No"))
                .post(path + "/reject")
                .then()
                .statusCode(reject);
    }

    @Test
    void hidesWhatIsAnotherWriters() {
        String website = aWebsite();
        Writer one = aWorkingWriter(website);
        Writer other = aWorkingWriter(website);
        String request = anOrderRequest(one);
        other.asks().get("/api/v1/writers/" + one.id()).then().statusCode(404);
        other.asks().get("/api/v1/order-requests/" + request).then().statusCode(404);
        other.asks()
                .post("/api/v1/order-requests/" + request + "/withdraw")
                .then()
                .statusCode(404);
        other.asks().get("/api/v1/writers").then().body("items.id", equalTo(List.of(other.id())));
        other.asks().get("/api/v1/writers?writer_id=" + one.account()).then().body("items", empty());
        other.asks().get("/api/v1/order-requests?total=true").then().body("items", empty(), "total", equalTo(0));
        other.asks()
                .get("/api/v1/order-requests?writer_id=" + one.account())
                .then()
                .body("items", empty());
        other.asks()
                .body(writerFields(one.account(), Map.of()))
                .post("/api/v1/writers")
                .then()
                .statusCode(422);
        one.asks()
                .get("/api/v1/order-requests/" + request)
                .then()
                .statusCode(200)
                .body("status", equalTo("open"));
    }

    @Test
    void hidesAnotherWebsiteWhateverIsSent() {
        String foreign = aWebsite();
        String own = aWebsite();
        Writer writer = aWorkingWriter(foreign);
        String level = aLevel(foreign);
        String request = anOrderRequest(writer);
        for (String role : List.of("admin", "support", "writer")) {
            Supplier<RequestSpecification> caller = caller(role, own);
            for (String path : List.of(
                    "/api/v1/writers/" + writer.id(),
                    "/api/v1/writer-levels/" + level,
                    "/api/v1/order-requests/" + request)) {
                caller.get().get(path).then().statusCode(404).contentType("application/problem+json");
            }
            for (String list : List.of("writers", "writer-levels", "order-requests")) {
                caller.get()
                        .get("/api/v1/" + list + "?website_id=" + foreign)
                        .then()
                        .statusCode(200)
                        .body("items", empty());
                caller.get().get("/api/v1/" + list).then().statusCode(200).body("items", empty());
            }
        }
        notFound(own, "patch", "/api/v1/writers/" + writer.id(), Map.of("pen_name", "Mine"));
        notFound(own, "post", "/api/v1/writers/" + writer.id() + "/status", Map.of("status", "closed"));
        notFound(own, "post", "/api/v1/writers/" + writer.id() + "/reviews", Map.of("score", 1));
        notFound(own, "patch", "/api/v1/writer-levels/" + level, Map.of("rank", 1));
        notFound(own, "delete", "/api/v1/writer-levels/" + level, Map.of());
        notFound(own, "post", "/api/v1/order-requests/" + request + "/approve", Map.of());
        notFound(own, "post", "/api/v1/order-requests/" + request + "/reject", Map.of("feedback", "No"));
        as("writer", own, writer.account())
                .post("/api/v1/order-requests/" + request + "/withdraw")
                .then()
                .statusCode(404);
        admin(own)
                .body(levelFields(foreign, Map.of()))
                .post("/api/v1/writer-levels")
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("website_id"));
        admin(own)
                .body(writerFields(anAccount(foreign, "writer"), Map.of()))
                .post("/api/v1/writers")
                .then()
                .statusCode(422);
        // Nothing of it had an effect.
        superadmin().get("/api/v1/writers/" + writer.id()).then().body("version", equalTo(0), "reviews", equalTo(0));
        superadmin().get("/api/v1/writer-levels/" + level).then().body("version", equalTo(0));
        superadmin().get("/api/v1/order-requests/" + request).then().body("version", equalTo(0));
    }

    @Test
    void refusesRequestsWithoutAToken() {
        for (String path : List.of("writers", "writer-levels", "order-requests")) {
            anonymous().get("/api/v1/" + path).then().statusCode(401);
            anonymous().body("{}").post("/api/v1/" + path).then().statusCode(401);
        }
    }

    private static void notFound(String website, String method, String path, Map<String, Object> body) {
        int status = admin(website)
                .header("If-Match", "\"0\"")
                .body(body)
                .request(method, path)
                .statusCode();
        assertThat(status).as(method + " " + path).isEqualTo(404);
    }

    private static Supplier<RequestSpecification> caller(String role, String website) {
        String subject = UUID.randomUUID().toString();
        return () -> as(role, role.equals("superadmin") ? null : website, subject);
    }

    private static Writer aWorkingWriter(String website) {
        return aWriter(website, Map.of("level_id", aLevel(website)));
    }
}
