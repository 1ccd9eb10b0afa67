package io.scriptorium.writers.ticket;

import static io.scriptorium.owner.test.Callers.as;
import static io.scriptorium.owner.test.Callers.superadmin;
import static io.scriptorium.owner.test.Topics.events;
import static io.scriptorium.writers.Suite.aWebsite;
import static io.scriptorium.writers.Suite.anAccount;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.scriptorium.owner.test.Contract;
import io.scriptorium.writers.WithParts;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithParts
class TicketIT {
    private static final String TICKETS = "/api/v1/tickets";

    @Inject
    AgroalDataSource database;

    private String website;
    private String writer;
    private String support;

    @BeforeEach
    void people() {
        website = aWebsite();
        writer = anAccount(website, "writer");
        support = anAccount(website, "support");
    }

    @Test
    void isOpenedByAWriterAndShownInFull() {
        writer().body(fields())
                .post(TICKETS)
                .then()
                .statusCode(201)
                .header("ETag", "\"0\"")
                .header("Location", containsString(TICKETS + "/"))
                .body("website_id", equalTo(website), "writer_id", equalTo(writer), "status", equalTo("open"))
                .body("priority", equalTo("normal"), "category", equalTo("technical"), "assigned_to", nullValue())
                .body("description", equalTo("Line one\nline two"), "resolution", nullValue());
    }

    @Test
    void isOpenedByStaffForAWriterOfTheWebsiteAlone() {
        support()
                .body(with("writer_id", writer))
                .post(TICKETS)
                .then()
                .statusCode(201)
                .body("writer_id", equalTo(writer));
        superadmin()
                .body(with("writer_id", writer))
                .post(TICKETS)
                .then()
                .statusCode(201)
                .body("website_id", equalTo(website));
        String stranger = anAccount(aWebsite(), "writer");
        for (Object wrong : List.of(support, stranger, UUID.randomUUID().toString())) {
            refused(support().body(with("writer_id", wrong)), "writer_id");
        }
        refused(support().body(fields()), "writer_id");
        refused(writer().body(with("writer_id", anAccount(website, "writer"))), "writer_id");
        as("client", website, anAccount(website, "client"))
                .body(fields())
                .post(TICKETS)
                .then()
                .statusCode(403);
    }

    @ParameterizedTest
    @CsvSource({
        "subject, '', 422",
        "subject, 'two\nlines', 422",
        "description, ' ', 422",
        "category, gossip, 400",
        "priority, huge, 400"
    })
    void namesAWrongField(String field, String value, int status) {
        writer().body(with(field, value))
                .post(TICKETS)
                .then()
                .statusCode(status)
                .body("errors.field", hasItem(field));
    }

    @Test
    void goesFromOpenToClosedAndTellsWhoDidWhatWhen() {
        String id = aTicket();
        act(support(), id, "start", null).body("status", equalTo("in_progress"));
        act(support(), id, "resolve", Map.of("resolution", "Paid"))
                .body("status", equalTo("resolved"), "resolution", equalTo("Paid"), "resolved_at", notNullValue());
        act(writer(), id, "reopen", Map.of("reason", "Not yet"))
                .body("status", equalTo("open"), "resolution", nullValue(), "resolved_at", nullValue());
        act(writer(), id, "close", null)
                .header("ETag", "\"4\"")
                .body("status", equalTo("closed"), "closed_at", notNullValue());
        act(support(), id, "reopen", Map.of("reason", "Wrong one")).body("closed_at", nullValue());

        writer().get(TICKETS + "/" + id + "/history")
                .then()
                .statusCode(200)
                .body("items.field.unique()", contains("status"))
                .body("items.before", contains(null, "open", "in_progress", "resolved", "open", "closed"))
                .body("items.after", contains("open", "in_progress", "resolved", "open", "closed", "open"))
                .body("items.note", contains(null, null, "Paid", "Not yet", null, "Wrong one"))
                .body("items.actor_id", contains(writer, support, support, writer, writer, support))
                .body("items.actor_role", contains("writer", "support", "support", "writer", "writer", "support"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "reopen  |                | closed, in_progress, resolved",
                "start   | start          | closed, resolved",
                "reopen  | start          | closed, resolved",
                "resolve | resolve        | closed, open",
                "start   | resolve        | closed, open",
                "close   | close          | open",
                "start   | close          | open",
                "resolve | close          | open"
            })
    void refusesWhatTheStatusDoesNotAllowAndSaysWhatItDoes(String action, String before, String allowed) {
        String id = aTicket();
        if (before != null) {
            act(support(), id, before, bodyOf(before));
        }
        String state = superadmin().get(TICKETS + "/" + id).asString();
        support()
                .body(bodyOf(action))
                .post(TICKETS + "/" + id + "/" + action)
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("detail", containsString("it can become: " + allowed + "."));
        assertThat(superadmin().get(TICKETS + "/" + id).asString()).isEqualTo(state);
    }

    @Test
    void isTriagedByStaffWithTheVersionThatTheyRead() {
        String id = aTicket();
        edit(id, Map.of("priority", "urgent"), null).statusCode(428);
        edit(id, Map.of("priority", "urgent", "category", "other"), 0)
                .statusCode(200)
                .body("priority", equalTo("urgent"), "category", equalTo("other"), "version", equalTo(1));
        edit(id, Map.of("priority", "low"), 0).statusCode(412);
        edit(id, Map.of("status", "closed"), 1).statusCode(400).body("errors.field", hasItem("status"));
        writer().header("If-Match", "*")
                .body(Map.of("priority", "high"))
                .patch(TICKETS + "/" + id)
                .then()
                .statusCode(403);
        support()
                .get(TICKETS + "/" + id + "/history")
                .then()
                .body("items.field", contains("status", "category", "priority"))
                .body("items.after", contains("open", "other", "urgent"));
        act(support(), id, "close", null);
        edit(id, Map.of("priority", "low"), 2).statusCode(409).body("detail", containsString("reopen"));
    }

    @Test
    void isAssignedToSupportOrAdminsOfItsWebsiteAlone() {
        String id = aTicket();
        edit(id, Map.of("assigned_to", support), 0).statusCode(200).body("assigned_to", equalTo(support));
        edit(id, Map.of("assigned_to", anAccount(website, "admin")), 1).statusCode(200);
        String suspended = anAccount(website, "support");
        superadmin()
                .body(Map.of("reason", "Left"))
                .post("/api/v1/accounts/" + suspended + "/suspend")
                .then()
                .statusCode(200);
        String elsewhere = anAccount(aWebsite(), "support");
        for (String wrong :
                List.of(writer, suspended, elsewhere, UUID.randomUUID().toString())) {
            edit(id, Map.of("assigned_to", wrong), 2).statusCode(422).body("errors.field", hasItem("assigned_to"));
            superadmin()
                    .header("If-Match", "\"2\"")
                    .body(Map.of("assigned_to", wrong))
                    .patch(TICKETS + "/" + id)
                    .then()
                    .statusCode(422);
        }
        Map<String, Object> nobody = new HashMap<>();
        nobody.put("assigned_to", null);
        edit(id, nobody, 2).statusCode(200).body("assigned_to", nullValue());
        superadmin().delete("/api/v1/accounts/" + writer).then().statusCode(409);
    }

    @Test
    void keepsAThreadOfMessagesUntilItIsClosed() {
        String id = aTicket();
        for (int i = 1; i <= 5; i++) {
            (i % 2 == 0 ? support() : writer())
                    .body(Map.of("body", "Message " + i))
                    .post(TICKETS + "/" + id + "/messages")
                    .then()
                    .statusCode(201)
                    .body("author_role", equalTo(i % 2 == 0 ? "support" : "writer"));
        }
        var first = writer().get(TICKETS + "/" + id + "/messages?limit=3&total=true")
                .then()
                .statusCode(200)
                .body("items.body", contains("Message 1", "Message 2", "Message 3"), "total", equalTo(5))
                .extract();
        writer().get(TICKETS + "/" + id + "/messages?limit=3&cursor=" + first.path("next_cursor"))
                .then()
                .body("items.body", contains("Message 4", "Message 5"), "next_cursor", nullValue());
        act(writer(), id, "close", null);
        writer().body(Map.of("body", "More"))
                .post(TICKETS + "/" + id + "/messages")
                .then()
                .statusCode(409)
                .body("detail", containsString("reopen"));
        support().get(TICKETS + "/" + id + "/messages").then().body("items", hasSize(5));
    }

    @Test
    void isSeenByItsWriterAndTheStaffOfItsWebsite() {
        String id = aTicket();
        RequestSpecification other = as("writer", website, anAccount(website, "writer"));
        other.get(TICKETS + "/" + id).then().statusCode(404);
        for (String below : List.of("", "/messages", "/history")) {
            as("writer", website, anAccount(website, "writer"))
                    .get(TICKETS + "/" + id + below)
                    .then()
                    .statusCode(404);
            as("admin", aWebsite(), UUID.randomUUID().toString())
                    .get(TICKETS + "/" + id + below)
                    .then()
                    .statusCode(404);
            support().get(TICKETS + "/" + id + below).then().statusCode(200);
        }
        as("writer", website, anAccount(website, "writer"))
                .get(TICKETS)
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
        as("writer", website, anAccount(website, "writer"))
                .get(TICKETS + "?writer_id=" + writer)
                .then()
                .body("items", hasSize(0));
        writer().get(TICKETS).then().body("items.id", contains(id));
    }

    @Test
    void showsALightRowInListsAndTheFieldsThatWereAskedFor() {
        String id = aTicket();
        writer().get(TICKETS)
                .then()
                .body("items[0]", not(hasKey("description")), "items[0].subject", equalTo("Broken"));
        writer().get(TICKETS + "?fields=id,status")
                .then()
                .body("items[0]", equalTo(Map.of("id", id, "status", "open")));
        writer().get(TICKETS + "/" + id + "?fields=description")
                .then()
                .body("$", equalTo(Map.of("description", "Line one\nline two")));
    }

    @Test
    void publishesEachChangeWithoutAnythingThatWasWritten() throws Exception {
        String id = aTicket();
        edit(id, Map.of("assigned_to", support), 0).statusCode(200);
        writer().body(Map.of("body", "Secret message"))
                .post(TICKETS + "/" + id + "/messages")
                .then()
                .statusCode(201);
        act(support(), id, "resolve", Map.of("resolution", "Secret resolution"));
        List<ConsumerRecord<String, String>> events = events("writers.ticket.changes", id, 4);
        Contract contract = new Contract("ticket");
        for (ConsumerRecord<String, String> event : events) {
            contract.fits(event.value());
            assertThat(event.value()).doesNotContain("Secret", "Broken", "Line one");
        }
        assertThat(events.get(3).value()).contains("\"status\":\"resolved\"", support);
    }

    @Test
    void isPublishedAgainOnDemand() {
        String id = aTicket();
        superadmin()
                .body(Map.of("aggregate", "ticket", "website_id", website))
                .post("/api/v1/writer-service/outbox/republish")
                .then()
                .statusCode(200)
                .body("republished", equalTo(1));
        events("writers.ticket.changes", id, 2);
    }

    @Test
    void keepsAHistoryThatNobodyRewrites() throws SQLException {
        String id = aTicket();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String rewriting : List.of("UPDATE ticket_history SET after = 'x'", "DELETE FROM ticket_history")) {
                assertThatThrownBy(() -> statement.execute(rewriting + " WHERE ticket_id = '" + id + "'"))
                        .hasMessageContaining("append-only");
            }
        }
    }

    @Test
    void letsOneOfManyWhoStartAtOnceHaveIt() throws Exception {
        String id = aTicket();
        ExecutorService many = Executors.newFixedThreadPool(16);
        try {
            List<Integer> answers = many
                    .invokeAll(Stream.<java.util.concurrent.Callable<Integer>>generate(() -> () -> support()
                                    .post(TICKETS + "/" + id + "/start")
                                    .statusCode())
                            .limit(50)
                            .toList())
                    .stream()
                    .map(TicketIT::outcome)
                    .toList();
            assertThat(answers).hasSize(50).containsOnly(200, 409);
            assertThat(answers).filteredOn(status -> status == 200).hasSize(1);
        } finally {
            many.shutdownNow();
        }
        support().get(TICKETS + "/" + id + "/history").then().body("items", hasSize(2));
    }

    private static Integer outcome(java.util.concurrent.Future<Integer> answer) {
        try {
            return answer.get();
        } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    private String aTicket() {
        return writer().body(fields())
                .post(TICKETS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private RequestSpecification writer() {
        return as("writer", website, writer);
    }

    private RequestSpecification support() {
        return as("support", website, support);
    }

    private ValidatableResponse edit(String id, Map<String, Object> fields, Integer version) {
        RequestSpecification request = support().body(fields);
        if (version != null) {
            request.header("If-Match", "\"" + version + "\"");
        }
        return request.patch(TICKETS + "/" + id).then();
    }

    private static ValidatableResponse act(RequestSpecification caller, String id, String action, Map<?, ?> body) {
        if (body != null) {
            caller.body(body);
        }
        return caller.post(TICKETS + "/" + id + "/" + action).then().statusCode(200);
    }

    private static Map<String, String> bodyOf(String action) {
        return switch (action) {
            case "resolve" -> Map.of("resolution", "Done");
            case "reopen" -> Map.of("reason", "Again");
            default -> Map.of();
        };
    }

    private static void refused(RequestSpecification request, String field) {
        request.post(TICKETS).then().statusCode(422).body("errors.field", hasItem(field));
    }

    private static Map<String, Object> fields() {
        Map<String, Object> fields = new HashMap<>();
        fields.put("category", "technical");
        fields.put("subject", "Broken");
        fields.put("description", "Line one\nline two");
        return fields;
    }

    private static Map<String, Object> with(String field, Object value) {
        Map<String, Object> fields = fields();
        fields.put(field, value);
        return fields;
    }
}
