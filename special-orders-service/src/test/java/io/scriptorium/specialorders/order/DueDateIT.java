package io.scriptorium.specialorders.order;

import static io.scriptorium.owner.test.Callers.admin;
import static io.scriptorium.specialorders.Suite.ORDERS;
import static io.scriptorium.specialorders.Suite.aWebsite;
import static io.scriptorium.specialorders.Suite.account;
import static io.scriptorium.specialorders.Suite.anInquiry;
import static io.scriptorium.specialorders.Suite.done;
import static io.scriptorium.specialorders.Suite.read;
import static io.scriptorium.specialorders.Suite.step;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.scriptorium.specialorders.WithParts;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is overdue is so by the calendar of the website, wherever the clock of the service stands. */
@QuarkusTest
@WithParts
class DueDateIT {
    @ParameterizedTest
    @CsvSource({
        "Pacific/Kiritimati, 2030-03-10T09:59:59.999999Z, 2030-03-10T10:00:00Z",
        // The day after the clocks go forward.
        "America/Los_Angeles, 2030-03-11T06:59:59.999999Z, 2030-03-11T07:00:00Z"
    })
    void isOverdueOnceItsDayIsOver(String zone, Instant lastMoment, Instant dayAfter) {
        String website = aWebsite(zone);
        at(Instant.parse("2030-03-01T12:00:00Z"));
        String id = anInquiry(website, account());
        done(website, id, "estimate", Map.of("total_cost", 100));
        done(
                website,
                id,
                "approve",
                Map.of("schedule", Map.of("installments", List.of(Map.of("amount", 100, "due_on", "2030-03-10")))));
        at(lastMoment);
        read(website, id)
                .body("installments[0].overdue", is(false), "installments[0].due_at", equalTo(lastMoment.toString()));
        overdue(website, 0);
        at(dayAfter);
        read(website, id).body("installments[0].overdue", is(true));
        overdue(website, 1);
    }

    @Test
    void knowsWhichDayItIsOnTheWebsite() {
        // At noon of the 10th in London it is the 11th in Kiritimati.
        at(Instant.parse("2030-03-10T12:00:00Z"));
        Map<String, ?> today =
                Map.of("schedule", Map.of("installments", List.of(Map.of("amount", 100, "due_on", "2030-03-10"))));
        String east = aWebsite("Pacific/Kiritimati");
        String tooLate = anInquiry(east, account());
        done(east, tooLate, "estimate", Map.of("total_cost", 100));
        step(east, tooLate, "approve", today)
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("schedule.installments[0].due_on"));
        String west = aWebsite("America/Los_Angeles");
        String inTime = anInquiry(west, account());
        done(west, inTime, "estimate", Map.of("total_cost", 100));
        done(west, inTime, "approve", today);
    }

    private static void overdue(String website, int count) {
        admin(website)
                .get(ORDERS + "/installments?status=overdue")
                .then()
                .statusCode(200)
                .body("items", hasSize(count), "statistics", hasSize(count));
    }

    private static void at(Instant now) {
        QuarkusMock.installMockForType(Clock.fixed(now, ZoneOffset.UTC), Clock.class);
    }
}
