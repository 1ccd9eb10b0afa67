package io.scriptorium.specialorders.order;

import static io.scriptorium.owner.test.Callers.admin;
import static io.scriptorium.owner.test.Callers.as;
import static io.scriptorium.specialorders.Suite.ORDERS;
import static io.scriptorium.specialorders.Suite.aStartedOrder;
import static io.scriptorium.specialorders.Suite.aWebsite;
import static io.scriptorium.specialorders.Suite.aWriter;
import static io.scriptorium.specialorders.Suite.account;
import static io.scriptorium.specialorders.Suite.anApprovedOrder;
import static io.scriptorium.specialorders.Suite.anInquiry;
import static io.scriptorium.specialorders.Suite.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.scriptorium.specialorders.WithParts;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who sees what of an order, and who may do what to it. */
@QuarkusTest
@WithParts
class OrderAccessIT {
    private static final List<String> OF_THE_CLIENT = List.of(
            "total_cost",
            "price_per_day",
            "deposit_required",
            "admin_approved_cost",
            "installments",
            "client_id",
            "admin_notes",
            "writer_pay_amount",
            "writer_pay_percentage",
            "is_approved");

    private final String website = aWebsite();
    private final String client = account();

    @Test
    void showsAWriterTheAssignedOrderWithoutWhatIsPaidForIt() {
        String writer = aWriter(website);
        String id = aStartedOrder(website, client);
        as("writer", website, writer).get(ORDERS + "/" + id).then().statusCode(404);
        as("writer", website, writer)
                .get(ORDERS + "/" + id + "/installments")
                .then()
                .statusCode(403);
        done(website, id, "assign-writer", Map.of("writer_id", writer, "pay_percentage", 45));
        Map<String, Object> seen = as("writer", website, writer)
                .get(ORDERS + "/" + id)
                .then()
                .statusCode(200)
                .body("writer_pay", is(45.00f), "inquiry_details", equalTo("An analysis."))
                .extract()
                .path("");
        assertThat(seen).doesNotContainKeys(OF_THE_CLIENT.toArray(String[]::new));
        List<Map<String, Object>> listed = as("writer", website, writer)
                .get(ORDERS)
                .then()
                .statusCode(200)
                .body("items.id", contains(id))
                .extract()
                .path("items");
        assertThat(listed.get(0)).doesNotContainKeys(OF_THE_CLIENT.toArray(String[]::new));
        as("writer", website, aWriter(website)).get(ORDERS).then().body("items", empty());
    }

    @Test
    void tellsAWriterNothingByFieldsSortsAndFilters() {
        String writer = aWriter(website);
        String id = aStartedOrder(website, client);
        done(website, id, "assign-writer", Map.of("writer_id", writer, "pay_amount", 45));
        for (String field : OF_THE_CLIENT) {
            String answer = as("writer", website, writer)
                    .get(ORDERS + "/" + id + "?fields=id," + field)
                    .asString();
            assertThat(answer).isEqualTo("{\"id\":\"" + id + "\"}");
            as("writer", website, writer)
                    .get(ORDERS + "?sort=" + field)
                    .then()
                    .statusCode(400)
                    .body("errors.field", hasItem("sort"));
        }
        as("writer", website, writer)
                .get(ORDERS + "?fields=total_cost,client_id")
                .then()
                .statusCode(200)
                .body("items", equalTo(List.of(Map.of())));
        for (String filter : List.of("client_id=" + client, "writer_id=" + writer, "website_id=" + website)) {
            as("writer", website, writer)
                    .get(ORDERS + "?" + filter)
                    .then()
                    .statusCode(400)
                    .body("errors.field", hasItem(filter.split("=")[0]));
        }
    }

    @Test
    void showsAClientTheOwnOrdersWithoutNotesAndPay() {
        String id = anApprovedOrder(website, client);
        String anothers = anInquiry(website, account());
        admin(website)
                .header("If-Match", "*")
                .body("{\"admin_notes\": \"Difficult\"}")
                .patch(ORDERS + "/" + id)
                .then()
                .statusCode(200);
        Set<String> hidden =
                Set.of("admin_notes", "writer_pay", "writer_pay_amount", "writer_pay_percentage", "hold_cause");
        Map<String, Object> seen = as("client", website, client)
                .get(ORDERS + "/" + id)
                .then()
                .statusCode(200)
                .body("total_cost", is(100.00f), "installments", hasSize(2))
                .extract()
                .path("");
        assertThat(seen.keySet()).doesNotContainAnyElementsOf(hidden);
        List<Map<String, Object>> listed = as("client", website, client)
                .get(ORDERS)
                .then()
                .statusCode(200)
                .body("items.id", contains(id))
                .extract()
                .path("items");
        assertThat(listed.get(0).keySet()).doesNotContainAnyElementsOf(hidden);
        as("client", website, client).get(ORDERS + "/" + anothers).then().statusCode(404);
        as("client", website, client)
                .get(ORDERS + "/" + id + "/installments?fields=number,amount")
                .then()
                .statusCode(200)
                .body("items.amount", contains(50.00f, 50.00f));
        as("client", website, client)
                .get(ORDERS + "/" + anothers + "/installments")
                .then()
                .statusCode(404);
        as("client", website, client)
                .get(ORDERS + "?client_id=" + account())
                .then()
                .statusCode(200)
                .body("items", empty());
        assertThat(as("client", website, client)
                        .get(ORDERS + "/" + id + "?fields=admin_notes")
                        .asString())
                .isEqualTo("{}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"editor", "writer", "client", "unheard-of"})
    void letsOnlyStaffSeeQueuesAndHistory(String role) {
        String id = anInquiry(website, client);
        for (String path : List.of("/approval-queue", "/estimated-queue", "/installments", "/" + id + "/history")) {
            as(role, website, client).get(ORDERS + path).then().statusCode(403);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"support", "editor", "writer", "client"})
    void letsOnlyAdminsDecideAboutMoney(String role) {
        String id = anInquiry(website, client);
        for (String step : List.of(
                "estimate",
                "approve",
                "start",
                "assign-writer",
                "reschedule",
                "installments/" + account() + "/mark-paid")) {
            as(role, website, client)
                    .body(Map.of())
                    .post(ORDERS + "/" + id + "/" + step)
                    .then()
                    .statusCode(403);
        }
    }

    @Test
    void letsSupportHoldResumeAndCompleteButNotByAnAdminsWord() {
        String id = aStartedOrder(website, client);
        for (String step : List.of("hold", "resume")) {
            as("support", website, account())
                    .body(Map.of("reason", "Because."))
                    .post(ORDERS + "/" + id + "/" + step)
                    .then()
                    .statusCode(200);
        }
        as("support", website, account())
                .body(Map.of("method", "by_admin", "reason", "Because."))
                .post(ORDERS + "/" + id + "/complete")
                .then()
                .statusCode(403);
        as("support", website, account())
                .body(Map.of("method", "with_files", "reason", "Because."))
                .post(ORDERS + "/" + id + "/complete")
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"superadmin", "admin", "support", "editor", "writer"})
    void letsOnlyClientsOpenInquiries(String role) {
        as(role, role.equals("superadmin") ? null : website, account())
                .body(Map.of("order_type", "estimated", "inquiry_details", "Mine."))
                .post(ORDERS)
                .then()
                .statusCode(403);
    }

    @Test
    void hidesAnotherWebsite() {
        String foreign = anApprovedOrder(aWebsite(), client);
        String own = anApprovedOrder(website, client);
        admin(website).get(ORDERS).then().body("items.id", contains(own));
        admin(website).get(ORDERS + "/installments").then().body("items.order_id", contains(own, own));
        admin(website).get(ORDERS + "/" + foreign).then().statusCode(404);
        as("client", website, client).get(ORDERS + "/" + foreign).then().statusCode(404);
        as("client", website, client).get(ORDERS).then().body("items.id", contains(own));
    }
}
