package io.scriptorium.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * A special order, from the inquiry to the review. Nearly nine in ten come to their end; the others are cancelled on the
 * way, or wait for money that does not come.
 */
final class OrderJourney {
    /** What is asked for first must be paid within this; see special-orders-service. */
    private static final Duration DEPOSIT = Duration.ofDays(7);

    private final Shop shop;
    private final Desk desk;
    private final Paying paying;
    private final AtomicReference<String> id = new AtomicReference<>();
    /** The ids of those that are asked for now, the first due first. */
    private final List<String> installments = new CopyOnWriteArrayList<>();

    OrderJourney(Shop shop, Desk desk) {
        this.shop = shop;
        this.desk = desk;
        this.paying = new Paying(shop, desk);
    }

    void plan(Course course, Person client) {
        Chance chance = course.chance;
        boolean predefined = chance.of(0.55);
        int days = predefined ? openPredefined(course, client) : openEstimated(course, client);
        if (chance.of(0.04)) {
            course.later(chance.hours(3, 0.8, 48));
            cancel(course, client, chance.oneOf(Catalogue.CANCELLATIONS));
            return;
        }
        Person writer = askers(course);
        if (!predefined) {
            course.later(chance.hours(7, 0.8, 72)).atWork();
            BigDecimal cost = chance.money(310, 0.75, 45, 6_000).setScale(0, RoundingMode.UP);
            admin(course, "estimate", Map.of("total_cost", cost), "estimate " + cost);
            if (chance.of(0.12)) {
                course.later(Duration.ofDays(chance.between(2, 10))).atWork();
                cancel(course, shop.admins.get(0), "No answer to the estimate");
                return;
            }
        }
        course.later(chance.hours(9, 0.8, 96)).atWork();
        int parts = predefined ? 0 : chance.between(1, 3);
        approve(course, parts);
        Instant approvedAt = course.at();
        assign(course, writer, chance.between(30, 55));
        course.backTo(approvedAt).later(chance.hours(20, 0.9, DEPOSIT.toHours() - 8));
        if (!paying.plan(course, "deposit", client, () -> installment(client, 0), 0.06)) {
            return;
        }
        rest(course, client, writer, approvedAt, days, parts);
    }

    private int openPredefined(Course course, Person client) {
        Catalogue.Type type = course.chance.favouriteOf(Catalogue.TYPES);
        Catalogue.Duration duration = course.chance.oneOf(type.durations());
        String details = detailsOf(type.name(), course.chance);
        open(
                course,
                client,
                "%s in %d days".formatted(type.name(), duration.days()),
                () -> Map.of(
                        "order_type",
                        "predefined",
                        "predefined_type_id",
                        shop.types.get(type.name()),
                        "duration_days",
                        duration.days(),
                        "inquiry_details",
                        details));
        return duration.days();
    }

    private int openEstimated(Course course, Person client) {
        int days = course.chance.between(4, 30);
        String details = detailsOf("Work", course.chance);
        open(
                course,
                client,
                "an estimate for %d days: %s".formatted(days, details),
                () -> Map.of("order_type", "estimated", "duration_days", days, "inquiry_details", details));
        return days;
    }

    private static String detailsOf(String what, Chance chance) {
        return "%s on %s, %d pages.".formatted(what, chance.favouriteOf(Catalogue.SUBJECTS), chance.between(4, 60));
    }

    private void open(Course course, Person client, String what, Supplier<Map<String, ?>> inquiry) {
        course.step(
                Deed.ORDER,
                "%s for %s".formatted(what, client),
                () -> id.set(desk.gateway()
                        .post(desk.token(shop, client), "/api/v1/special-orders", inquiry.get())
                        .id()));
    }

    /** Some writers ask for the order; the one who gets it is approved, which rejects the others. @return that one */
    private Person askers(Course course) {
        Chance chance = course.chance;
        Person chosen = shop.writerAt(course.at(), chance);
        if (chance.of(0.35)) {
            return chosen;
        }
        Instant opened = course.at();
        List<Person> asking = new ArrayList<>(List.of(chosen));
        for (int more = chance.between(0, 3); more > 0; more--) {
            Person other = shop.writerAt(course.at(), chance);
            if (!asking.contains(other)) {
                asking.add(other);
            }
        }
        AtomicReference<String> request = new AtomicReference<>();
        for (Person writer : asking) {
            course.later(chance.minutes(chance.logNormal(40, 0.9)));
            String reason = chance.oneOf(Catalogue.REQUEST_REASONS);
            course.step(Deed.REQUEST, "by " + writer, () -> {
                String made = desk.gateway()
                        .post(
                                desk.token(shop, writer),
                                "/api/v1/order-requests",
                                Map.of("order_id", id.get(), "reason", reason))
                        .id();
                if (writer == chosen) {
                    request.set(made);
                }
            });
        }
        course.later(chance.hours(4, 0.8, 30)).atWork();
        Person support = chance.favouriteOf(shop.support);
        int decision = chance.weighted(80, 14, 6);
        if (decision < 2) {
            String action = decision == 0 ? "approve" : "reject";
            course.step(
                    Deed.DECISION,
                    "%s %s".formatted(action, chosen),
                    () -> desk.gateway()
                            .post(
                                    desk.token(shop, support),
                                    "/api/v1/order-requests/" + request.get() + "/" + action,
                                    decision == 0
                                            ? Map.of()
                                            : Map.of("feedback", "Another writer knows the subject better.")));
        }
        return decision == 1 ? shop.writerAt(course.at(), chance) : chosen;
    }

    private void approve(Course course, int parts) {
        Map<String, Object> body = new HashMap<>();
        if (parts > 0) {
            body.put("schedule", Map.of("parts", parts, "every_days", 14));
        }
        course.step(Deed.ORDER_STEP, "approve in parts: " + parts, () -> {
            JsonNode answer = desk.gateway()
                    .post(desk.token(shop, shop.admins.get(0)), path("approve"), body)
                    .body();
            ask(answer);
        });
    }

    /** Keeps what is to be paid now. */
    private void ask(JsonNode order) {
        installments.clear();
        order.path("installments").forEach(installment -> {
            if (installment.path("status").asText().equals("unpaid")) {
                installments.add(installment.path("id").asText());
            }
        });
        desk.tally().demanded(shop, installments.size());
    }

    private String installment(Person client, int number) {
        if (number >= installments.size()) {
            throw new Refused("there is no installment " + number, 0);
        }
        return paying.ofInstallment(client, installments.get(number));
    }

    private void assign(Course course, Person writer, int percentage) {
        course.later(course.chance.hours(3, 0.7, 24)).atWork();
        course.step(
                Deed.ORDER_STEP,
                "assign %s for %d %%".formatted(writer, percentage),
                () -> desk.whenHeardOf(() -> desk.gateway()
                        .post(
                                desk.token(shop, shop.admins.get(0)),
                                path("assign-writer"),
                                Map.of("writer_id", writer.id, "pay_percentage", percentage))));
    }

    /** After the deposit: the other installments, the work, and what comes after it. */
    private void rest(Course course, Person client, Person writer, Instant approvedAt, int days, int parts) {
        Chance chance = course.chance;
        Instant begun = course.at();
        if (chance.of(0.06)) {
            course.later(Duration.ofDays(1)).atWork();
            admin(course, "hold", Map.of("reason", "The client is away"), "hold");
            course.later(Duration.ofDays(chance.between(1, 3))).atWork();
            admin(course, "resume", Map.of("reason", "The client is back"), "resume");
        }
        boolean paidAll = true;
        Instant last = course.at();
        for (int part = 1; part <= parts && paidAll; part++) {
            int number = part;
            // Due a fortnight after one another from the deposit on.
            course.backTo(approvedAt)
                    .later(Duration.ofDays(7 + 14L * (part - 1)))
                    .later(chance.hours(24 * 5, 0.5, 24 * 11));
            paidAll = paying.plan(course, "installment " + part, client, () -> installment(client, number), 0.04);
            last = course.at();
        }
        Instant finished = course.backTo(begun)
                .later(Duration.ofHours(Math.round(days * 24 * chance.between(0.6, 1.1))))
                .at();
        if (!paidAll) {
            return;
        }
        course.backTo(finished.isAfter(last) ? finished : last)
                .later(chance.hours(2, 0.7, 12))
                .atWork();
        Person support = chance.favouriteOf(shop.support);
        String method = chance.of(0.85) ? "with_files" : "without_files";
        course.step(
                Deed.ORDER_STEP,
                "complete " + method,
                () -> desk.whenHeardOf(() -> desk.gateway()
                        .post(
                                desk.token(shop, support),
                                path("complete"),
                                Map.of("method", method, "reason", "Delivered and accepted"))));
        afterwards(course, client, writer, support);
    }

    private void afterwards(Course course, Person client, Person writer, Person support) {
        Chance chance = course.chance;
        if (chance.of(0.6)) {
            int score = 1 + chance.weighted(2, 3, 8, 32, 55);
            course.later(chance.hours(12, 0.8, 72));
            course.step(Deed.REVIEW, "%d for %s".formatted(score, writer), () -> {
                if (writer.profileId == null) {
                    throw new Refused(writer + " has no profile", 0);
                }
                desk.gateway()
                        .post(
                                desk.token(shop, support),
                                "/api/v1/writers/" + writer.profileId + "/reviews",
                                Map.of("score", score));
            });
        }
        if (chance.of(0.2)) {
            course.later(chance.hours(10, 0.8, 72));
            new TipJourney(shop, desk).plan(course, client, writer);
        }
        if (chance.of(0.03)) {
            course.later(chance.hours(40, 0.6, 24 * 10)).atWork();
            paying.refund(course, "deposit", () -> installment(client, 0), chance.roundMoney(9, 0.4, 5, 15));
        }
    }

    private void cancel(Course course, Person who, String reason) {
        course.step(
                Deed.ORDER_STEP,
                "cancel by " + who,
                () -> desk.gateway().post(desk.token(shop, who), path("cancel"), Map.of("reason", reason)));
    }

    private void admin(Course course, String action, Map<String, ?> body, String what) {
        course.step(
                Deed.ORDER_STEP,
                what,
                () -> desk.whenHeardOf(
                        () -> desk.gateway().post(desk.token(shop, shop.admins.get(0)), path(action), body)));
    }

    private String path(String action) {
        return "/api/v1/special-orders/" + id.get() + "/" + action;
    }
}
