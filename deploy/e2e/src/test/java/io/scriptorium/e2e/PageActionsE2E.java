package io.scriptorium.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What staff do on the page, and what becomes of it. Each refusal comes about behind the page's back: somebody else is
 * faster while the question is being read.
 */
class PageActionsE2E {
    private static FurnishedMarket site;
    private static Visitor admin;

    @BeforeAll
    static void start() throws IOException {
        RunningSuite suite = RunningSuite.shared();
        site = FurnishedMarket.on(suite);
        admin = Visitor.as(suite, "admin", site.website());
    }

    @AfterAll
    static void stop() {
        admin.close();
    }

    @Test
    void suspendsAnAccountAndReactivatesIt() {
        JsonNode account =
                site.superadmin().createAccount(site.website(), "client").json();
        String id = account.get("id").asText();
        String path = "/api/v1/accounts/" + id;
        admin.opens("/pages/users?list=accounts&q=" + account.get("username").asText());
        assertThat(admin.row(id)).containsText("Active");

        does(admin.asks(id, "Suspend"), Map.of("reason", "Charged back twice"));
        assertThat(admin.row(id)).containsText("Suspended: Charged back twice");
        assertThat(read(path).get("suspended").asBoolean()).isTrue();
        assertThat(read(path).get("suspension_reason").asText()).isEqualTo("Charged back twice");

        does(admin.asks(id, "Reactivate"), Map.of());
        assertThat(admin.row(id)).containsText("Active");
        assertThat(read(path).get("suspended").asBoolean()).isFalse();

        Locator question = admin.asks(id, "Suspend");
        refusesAfter(path + "/suspend", Map.of("reason", "Somebody else's"), question, Map.of("reason", "Mine"));
        assertThat(admin.row(id)).containsText("Suspended: Somebody else's");
        assertThat(read(path).get("suspension_reason").asText()).isEqualTo("Somebody else's");
    }

    @Test
    void approvesAnOrderRequestAndRejectsAnother() {
        String approved = site.orderRequest();
        String rejected = site.orderRequest();
        admin.opens("/pages/writers?list=order-requests");
        does(admin.asks(approved, "Approve"), Map.of());
        assertThat(admin.row(approved)).containsText("Approved");
        assertThat(status("/api/v1/order-requests/" + approved)).isEqualTo("approved");

        does(admin.asks(rejected, "Reject"), Map.of("feedback", "Another writer is nearer"));
        assertThat(admin.row(rejected)).containsText("Rejected");
        assertThat(read("/api/v1/order-requests/" + rejected).get("feedback").asText())
                .isEqualTo("Another writer is nearer");

        String contended = site.orderRequest();
        admin.opens("/pages/writers?list=order-requests");
        Locator question = admin.asks(contended, "Reject");
        String path = "/api/v1/order-requests/" + contended;
        refusesAfter(path + "/approve", Map.of(), question, Map.of("feedback", "No"));
        assertThat(admin.row(contended)).containsText("Approved");
        assertThat(status(path)).isEqualTo("approved");
    }

    @Test
    void assignsATicketAndResolvesIt() {
        String ticket = site.ticket("technical");
        String path = "/api/v1/tickets/" + ticket;
        admin.opens("/pages/tickets?list=tickets");
        does(admin.asks(ticket, "Assign"), Map.of("assigned_to", site.supportId()));
        assertThat(read(path).get("assigned_to").asText()).isEqualTo(site.supportId());
        assertThat(admin.row(ticket)).not().containsText("Nobody");

        does(admin.asks(ticket, "Resolve"), Map.of("resolution", "A restart has helped"));
        assertThat(admin.row(ticket)).containsText("Resolved");
        assertThat(read(path).get("resolution").asText()).isEqualTo("A restart has helped");

        String contended = site.ticket("other");
        admin.opens("/pages/tickets?list=tickets");
        Locator question = admin.asks(contended, "Resolve");
        refusesAfter(
                "/api/v1/tickets/" + contended + "/resolve",
                Map.of("resolution", "I was faster"),
                question,
                Map.of("resolution", "So was I"));
        assertThat(admin.row(contended)).containsText("Resolved");
        assertThat(read("/api/v1/tickets/" + contended).get("resolution").asText())
                .isEqualTo("I was faster");
    }

    @Test
    void estimatesASpecialOrderAndApprovesIt() {
        String order = site.inquiry();
        String path = "/api/v1/special-orders/" + order;
        admin.opens("/pages/special-orders?list=orders");
        does(admin.asks(order, "Estimate"), Map.of("price", "450.50", "deposit_required", "150"));
        assertThat(admin.row(order)).containsText("Awaiting approval");
        assertThat(admin.row(order)).containsText("$450.50");
        assertThat(read(path).get("total_cost").decimalValue()).isEqualByComparingTo("450.50");

        admin.opens("/pages/special-orders?list=approval-queue");
        does(admin.asks(order, "Approve"), Map.of("cost", "400", "parts", "2"));
        assertThat(read(path).get("is_approved").asBoolean()).isTrue();
        assertThat(read(path).get("admin_approved_cost").decimalValue()).isEqualByComparingTo("400");
        assertThat(read(path).get("installments")).hasSize(3);
        // It waits for nobody any more.
        assertThat(admin.row(order)).hasCount(0);

        String contended = site.estimated();
        admin.opens("/pages/special-orders?list=orders");
        Locator question = admin.asks(contended, "Approve");
        refusesAfter(
                "/api/v1/special-orders/" + contended + "/cancel",
                Map.of("reason", "The client changed the mind"),
                question,
                Map.of("cost", "300"));
        assertThat(admin.row(contended)).containsText("Cancelled");
        assertThat(read("/api/v1/special-orders/" + contended)
                        .get("is_approved")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void editsAReminderConfig() {
        String config = site.reminderConfig("Nearly due", 80);
        String path = "/api/v1/reminder-configs/" + config;
        admin.opens("/pages/payment-reminders?list=reminder-configs");
        does(admin.asks(config, "Edit"), Map.of("name", "Very nearly due", "deadline_percentage", "90"));
        assertThat(admin.row(config)).containsText("Very nearly due");
        assertThat(read(path).get("name").asText()).isEqualTo("Very nearly due");
        assertThat(read(path).get("deadline_percentage").asInt()).isEqualTo(90);
        assertThat(read(path).get("by_email").asBoolean()).isTrue();

        Locator question = admin.asks(config, "Edit");
        Client.Answer faster = site.market().admin().patch(path, Map.of("name", "Somebody else's"), "*");
        assertThat(faster.status()).as(faster.body()).isEqualTo(200);
        Visitor.answers(question, Map.of("name", "Mine"));
        admin.isTold("refused", "Edit Very nearly due: ");
        assertThat(admin.row(config)).containsText("Somebody else's");
        assertThat(read(path).get("name").asText()).isEqualTo("Somebody else's");
    }

    /** And waits until the service has done it: the row shows before that how it will be. */
    private static void does(Locator question, Map<String, String> answers) {
        String title = question.locator("h2").textContent().strip();
        Visitor.answers(question, answers);
        admin.isTold("done", title + ": done.");
    }

    /** Somebody else acts, and then the question is answered: the page says why not, and shows what is. */
    private static void refusesAfter(String path, Map<String, ?> body, Locator question, Map<String, String> answers) {
        Client.Answer faster = site.market().admin().post(path, body);
        assertThat(faster.status()).as(faster.body()).isBetween(200, 299);
        String title = question.locator("h2").textContent().strip();
        Visitor.answers(question, answers);
        admin.isTold("refused", title + ": ");
        assertThat(admin.page.locator("dialog[open]")).hasCount(0);
    }

    private static String status(String path) {
        return read(path).get("status").asText();
    }

    private static JsonNode read(String path) {
        return Market.read(site.market().admin(), path);
    }
}
