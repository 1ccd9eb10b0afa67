package io.scriptorium.specialorders.order;

import static io.scriptorium.owner.test.Callers.admin;
import static io.scriptorium.owner.test.Callers.as;
import static io.scriptorium.owner.test.Callers.superadmin;
import static io.scriptorium.specialorders.Suite.ORDERS;
import static io.scriptorium.specialorders.Suite.aPredefinedOrder;
import static io.scriptorium.specialorders.Suite.aStartedOrder;
import static io.scriptorium.specialorders.Suite.aType;
import static io.scriptorium.specialorders.Suite.aWebsite;
import static io.scriptorium.specialorders.Suite.aWriter;
import static io.scriptorium.specialorders.Suite.account;
import static io.scriptorium.specialorders.Suite.anApprovedOrder;
import static io.scriptorium.specialorders.Suite.anInquiry;
import static io.scriptorium.specialorders.Suite.done;
import static io.scriptorium.specialorders.Suite.history;
import static io.scriptorium.specialorders.Suite.read;
import static io.scriptorium.specialorders.Suite.reason;
import static io.scriptorium.specialorders.Suite.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.scriptorium.specialorders.WithParts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The steps of an order, one after the other. */
@QuarkusTest
@WithParts
class OrderIT {
    private final String client = account();

    @Test
    void asksForAPredefinedOrderWholeAndKeepsItsPriceWhateverBecomesOfTheType() {
        String website = aWebsite();
        String type = aType(website);
        String id = aPredefinedOrder(website, client, type);
        String name = read(website, id)
                .body(
                        "status", equalTo("inquiry"),
                        "total_cost", is(400.00f),
                        "deposit_required", is(400.00f),
                        "is_approved", is(false),
                        "currency", equalTo("USD"),
                        "installments", hasSize(0))
                .extract()
                .path("predefined_type_name");
        admin(website)
                .header("If-Match", "\"0\"")
                .body("{\"name\": \"Renamed\", \"durations\": [{\"days\": 10, \"price\": 999.00}]}")
                .patch("/api/v1/predefined-types/" + type)
                .then()
                .statusCode(200);
        done(website, id, "approve", Map.of())
                .header("ETag", "\"1\"")
                .body(
                        "status", equalTo("awaiting_approval"),
                        "is_approved", is(true),
                        "approved_at", notNullValue(),
                        "admin_approved_cost", is(400.00f),
                        "predefined_type_name", equalTo(name),
                        "installments", hasSize(1),
                        "installments[0].kind", equalTo("deposit"),
                        "installments[0].amount", is(400.00f),
                        "installments[0].status", equalTo("unpaid"));
    }

    @Test
    void estimatesByDayOrByTotalWithTheWebsitesDeposit() {
        String website = aWebsite();
        String id = anInquiry(website, client);
        done(website, id, "estimate", Map.of("price_per_day", 33.35))
                .body(
                        "status", equalTo("awaiting_approval"),
                        "total_cost", is(333.50f),
                        "price_per_day", is(33.35f),
                        "deposit_required", is(166.75f));
        admin(website)
                .header("If-Match", "\"0\"")
                .body(Map.of("percentage", 25))
                .put("/api/v1/deposit-settings/" + website)
                .then()
                .statusCode(200);
        done(website, id, "estimate", Map.of("total_cost", 99.99))
                .body("total_cost", is(99.99f), "price_per_day", nullValue(), "deposit_required", is(25.00f));
        done(website, id, "estimate", Map.of("total_cost", 80, "deposit_required", 10))
                .body("deposit_required", is(10.00f));
        done(website, id, "approve", Map.of("cost", 60))
                .body("total_cost", is(60.00f), "installments.amount", equalTo(List.of(15.00f, 45.00f)));
        assertThat(history(website, id)).containsExactly("opened", "estimated", "estimated", "estimated", "approved");
    }

    @Test
    void goesTheWholeWayWithAnAdminsWord() {
        String website = aWebsite();
        String writer = aWriter(website);
        String id = anApprovedOrder(website, client);
        String deposit = read(website, id).extract().path("installments[0].id");
        done(website, id, "assign-writer", Map.of("writer_id", writer, "pay_percentage", 45))
                .body("writer_id", equalTo(writer), "writer_pay", is(45.00f));
        done(website, id, "installments/" + deposit + "/mark-paid", reason())
                .body(
                        "status", equalTo("in_progress"),
                        "installments[0].status", equalTo("paid"),
                        "installments[0].paid_by", equalTo("override"));
        step(website, id, "installments/" + deposit + "/mark-paid", reason())
                .then()
                .statusCode(409);
        done(website, id, "hold", reason()).body("status", equalTo("on_hold"), "hold_cause", equalTo("staff"));
        done(website, id, "resume", reason()).body("status", equalTo("in_progress"), "hold_cause", nullValue());
        done(website, id, "complete", Map.of("method", "with_files", "reason", "Handed over."))
                .body(
                        "status", equalTo("completed"),
                        "completion_method", equalTo("with_files"),
                        "completed_at", notNullValue());
        admin(website)
                .get(ORDERS + "/" + id + "/history")
                .then()
                .body(
                        "items.action",
                        equalTo(List.of(
                                "opened",
                                "estimated",
                                "approved",
                                "writer_assigned",
                                "installment_paid",
                                "started",
                                "held",
                                "resumed",
                                "completed")),
                        "items[0].actor_id",
                        equalTo(client),
                        "items[0].actor_role",
                        equalTo("client"),
                        "items[4].why",
                        equalTo("Because."),
                        "items[8].actor_role",
                        equalTo("admin"),
                        "items[8].status",
                        equalTo("completed"));
    }

    @Test
    void startsWithoutADepositOnlyWhenApprovedAndWithAReason() {
        String website = aWebsite();
        String id = anInquiry(website, client);
        step(website, id, "start", reason())
                .then()
                .statusCode(409)
                .body("detail", containsString("estimate (to become awaiting_approval)"));
        done(website, id, "estimate", Map.of("total_cost", 100));
        done(website, id, "approve", Map.of());
        step(website, id, "start", Map.of()).then().statusCode(422);
        done(website, id, "start", reason()).body("status", equalTo("in_progress"));
    }

    @Test
    void cancelsWithItsUnpaidInstallments() {
        String website = aWebsite();
        String id = aStartedOrder(website, client);
        done(website, id, "cancel", reason())
                .body("status", equalTo("cancelled"), "installments.status", equalTo(List.of("void", "void")));
        step(website, id, "cancel", reason())
                .then()
                .statusCode(409)
                .body("detail", containsString("nothing, that state is final"));
    }

    @Test
    void letsAClientCancelOnlyWhatHasNotBegun() {
        String website = aWebsite();
        as("client", website, client)
                .body(reason())
                .post(ORDERS + "/" + anApprovedOrder(website, client) + "/cancel")
                .then()
                .statusCode(200)
                .body("status", equalTo("cancelled"));
        String started = aStartedOrder(website, client);
        as("client", website, client)
                .body(reason())
                .post(ORDERS + "/" + started + "/cancel")
                .then()
                .statusCode(409);
        as("client", website, account())
                .body(reason())
                .post(ORDERS + "/" + started + "/cancel")
                .then()
                .statusCode(404);
    }

    @Test
    void reschedulesWhatIsNotPaidAndNeverReusesAnInstallment() {
        String website = aWebsite();
        String id = anApprovedOrder(website, client);
        String deposit = read(website, id).extract().path("installments[0].id");
        done(website, id, "installments/" + deposit + "/mark-paid", reason());
        done(website, id, "reschedule", Map.of("schedule", Map.of("parts", 3), "reason", "Agreed."))
                .body(
                        "installments.status",
                        equalTo(List.of("paid", "void", "unpaid", "unpaid", "unpaid")),
                        "installments.amount",
                        equalTo(List.of(50.00f, 50.00f, 16.67f, 16.67f, 16.66f)),
                        "installments.number",
                        equalTo(List.of(1, 2, 3, 4, 5)),
                        "installments.kind",
                        equalTo(List.of("deposit", "installment", "installment", "installment", "installment")));
        step(website, id, "reschedule", Map.of("schedule", Map.of("deposit", 5), "reason", "No."))
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("schedule.deposit"));
    }

    @Test
    void takesGivenInstallmentsThatAddUp() {
        String website = aWebsite();
        String id = anInquiry(website, client);
        done(website, id, "estimate", Map.of("total_cost", 100));
        String soon = LocalDate.now().plusDays(3).toString();
        String later = LocalDate.now().plusDays(30).toString();
        step(
                        website,
                        id,
                        "approve",
                        schedule(Map.of("amount", 30.00, "due_on", soon), Map.of("amount", 69.99, "due_on", later)))
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("schedule.installments"), "detail", containsString("100.00"));
        step(
                        website,
                        id,
                        "approve",
                        schedule(Map.of("amount", 30.00, "due_on", later), Map.of("amount", 70.00, "due_on", soon)))
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("schedule.installments[1].due_on"));
        done(
                        website,
                        id,
                        "approve",
                        schedule(Map.of("amount", 30.00, "due_on", soon), Map.of("amount", 70.00, "due_on", later)))
                .body("deposit_required", is(30.00f), "installments.due_on", equalTo(List.of(soon, later)));
    }

    @Test
    void assignsOnlyKnownAndActiveWritersOfTheSameWebsite() {
        String website = aWebsite();
        String id = anInquiry(website, client);
        for (String other : List.of(account(), aWriter(aWebsite()))) {
            for (var caller : List.of(admin(website), superadmin())) {
                caller.body(Map.of("writer_id", other, "pay_amount", 10))
                        .post(ORDERS + "/" + id + "/assign-writer")
                        .then()
                        .statusCode(422)
                        .body("errors[0].field", equalTo("writer_id"));
            }
        }
        String writer = aWriter(website);
        step(website, id, "assign-writer", Map.of("writer_id", writer)).then().statusCode(422);
        step(website, id, "assign-writer", Map.of("writer_id", writer, "pay_amount", 1, "pay_percentage", 1))
                .then()
                .statusCode(422);
        done(website, id, "assign-writer", Map.of("writer_id", writer, "pay_percentage", 33.33))
                .body("writer_pay", nullValue());
        done(website, id, "estimate", Map.of("total_cost", 10)).body("writer_pay", is(3.33f));
        done(website, id, "assign-writer", Map.of("writer_id", writer, "pay_amount", 4))
                .body("writer_pay", is(4.00f));
    }

    @Test
    void waitsForAWebsiteThatItHasNotHeardOf() {
        as("client", account(), client)
                .body(Map.of("order_type", "estimated", "inquiry_details", "Something."))
                .post(ORDERS)
                .then()
                .statusCode(503)
                .header("Retry-After", "1")
                .contentType("application/problem+json")
                .body("request_id", not(nullValue()));
    }

    @Test
    void tellsTheSecondOfTwoAdminsThatTheOrderChanged() {
        String website = aWebsite();
        String id = anInquiry(website, client);
        admin(website)
                .header("If-Match", "\"0\"")
                .body("{\"admin_notes\": \"First\"}")
                .patch(ORDERS + "/" + id)
                .then()
                .statusCode(200)
                .body("admin_notes", equalTo("First"), "version", is(1));
        admin(website)
                .header("If-Match", "\"0\"")
                .body("{\"admin_notes\": \"Second\"}")
                .patch(ORDERS + "/" + id)
                .then()
                .statusCode(412);
        admin(website)
                .body("{\"admin_notes\": \"Third\"}")
                .patch(ORDERS + "/" + id)
                .then()
                .statusCode(428);
        admin(website)
                .header("If-Match", "\"0\"")
                .body(Map.of("total_cost", 5))
                .post(ORDERS + "/" + id + "/estimate")
                .then()
                .statusCode(412);
    }

    @Test
    void approvesOnceHoweverManyTry() throws Exception {
        String website = aWebsite();
        String id = anInquiry(website, client);
        done(website, id, "estimate", Map.of("total_cost", 100));
        List<Integer> answers =
                inParallel(12, () -> step(website, id, "approve", Map.of()).statusCode());
        assertThat(answers).filteredOn(status -> status == 200).hasSize(1);
        assertThat(answers).filteredOn(status -> status == 409).hasSize(11);
        read(website, id).body("installments", hasSize(2), "version", is(2));
        assertThat(history(website, id)).containsExactly("opened", "estimated", "approved");
    }

    @Test
    void completesOnceHoweverManyTry() throws Exception {
        String website = aWebsite();
        String id = aStartedOrder(website, client);
        List<Integer> answers = inParallel(
                12,
                () -> admin(website)
                        .header("If-Match", "\"3\"")
                        .body(Map.of("method", "without_files", "reason", "Done."))
                        .post(ORDERS + "/" + id + "/complete")
                        .statusCode());
        assertThat(answers).filteredOn(status -> status == 200).hasSize(1);
        assertThat(answers).filteredOn(status -> status == 412).hasSize(11);
        assertThat(history(website, id)).endsWith("started", "completed").hasSize(5);
    }

    @Test
    void writesInstallmentsOfTheOrdersWebsiteForASuperadminToo() {
        String website = aWebsite();
        String id = anInquiry(website, client);
        superadmin()
                .body(Map.of("total_cost", 100))
                .post(ORDERS + "/" + id + "/estimate")
                .then()
                .statusCode(200);
        superadmin().body(Map.of()).post(ORDERS + "/" + id + "/approve").then().statusCode(200);
        read(website, id).body("installments", hasSize(2));
        assertThat(history(website, id)).containsExactly("opened", "estimated", "approved");
    }

    @Test
    void saysWhatIsNotThere() {
        String website = aWebsite();
        String id = anApprovedOrder(website, client);
        step(website, id, "installments/" + UUID.randomUUID() + "/mark-paid", reason())
                .then()
                .statusCode(404);
        step(website, account(), "cancel", reason()).then().statusCode(404);
        admin(website).get(ORDERS + "/" + account() + "/history").then().statusCode(404);
    }

    private static Map<String, Object> schedule(Map<String, Object> first, Map<String, Object> second) {
        return Map.of("schedule", Map.of("installments", List.of(first, second)));
    }

    private static <T> List<T> inParallel(int times, Callable<T> request) throws Exception {
        ExecutorService workers = Executors.newFixedThreadPool(times);
        try {
            List<T> answers = new ArrayList<>();
            for (Future<T> answer : workers.invokeAll(Collections.nCopies(times, request))) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            workers.shutdownNow();
        }
    }
}
