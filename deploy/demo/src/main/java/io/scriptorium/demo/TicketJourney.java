package io.scriptorium.demo;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/** A writer has a question, and support answers it. */
final class TicketJourney {
    private static final List<String> PRIORITIES = List.of("low", "normal", "high", "urgent");
    private static final double[] HOW_OFTEN = {2, 6, 2.5, 0.8};
    private static final double[] HOURS_TO_RESOLVE = {40, 20, 9, 3};

    private final Shop shop;
    private final Desk desk;

    TicketJourney(Shop shop, Desk desk) {
        this.shop = shop;
        this.desk = desk;
    }

    void plan(Course course, Person writer) {
        Chance chance = course.chance;
        int priority = chance.weighted(HOW_OFTEN);
        Catalogue.Matter matter = chance.favouriteOf(Catalogue.MATTERS);
        Person agent = chance.favouriteOf(shop.support);
        AtomicReference<String> path = new AtomicReference<>();
        course.step(Deed.TICKET, "%s %s by %s".formatted(PRIORITIES.get(priority), matter.subject(), writer), () -> {
            Gateway.Answer made = desk.gateway()
                    .post(
                            desk.token(shop, writer),
                            "/api/v1/tickets",
                            Map.of(
                                    "category", matter.category(),
                                    "priority", PRIORITIES.get(priority),
                                    "subject", matter.subject(),
                                    "description", matter.description()));
            path.set("/api/v1/tickets/" + made.id());
            desk.tally().dated(shop, Deed.TICKET, made.body().path("created_at").asText());
        });
        if (chance.of(0.03)) {
            // Nobody ever takes it up.
            return;
        }
        Duration toResolve = chance.hours(HOURS_TO_RESOLVE[priority], 0.8, 24 * 21);
        course.later(toResolve.dividedBy(4)).atWork();
        course.step(
                Deed.TICKET_STEP,
                "assign to " + agent,
                () -> desk.gateway().patch(desk.token(shop, agent), path.get(), Map.of("assigned_to", agent.id), "*"));
        step(course, agent, path, "start", Map.of());
        for (int messages = chance.between(0, 3); messages > 0; messages--) {
            course.later(toResolve.dividedBy(6));
            step(
                    course,
                    messages % 2 == 0 ? writer : agent,
                    path,
                    "messages",
                    Map.of("body", chance.oneOf(Catalogue.MESSAGES)));
        }
        course.later(toResolve.dividedBy(4)).atWork();
        step(course, agent, path, "resolve", Map.of("resolution", chance.oneOf(Catalogue.RESOLUTIONS)));
        if (chance.of(0.05)) {
            course.later(chance.hours(6, 0.7, 48));
            step(course, writer, path, "reopen", Map.of("reason", "It is as it was before."));
            course.later(chance.hours(10, 0.6, 72)).atWork();
            step(course, agent, path, "resolve", Map.of("resolution", "Now it really is."));
        }
        if (chance.of(0.8)) {
            course.later(chance.hours(24, 0.7, 24 * 7));
            step(course, chance.of(0.6) ? writer : agent, path, "close", Map.of());
        }
    }

    private void step(Course course, Person who, AtomicReference<String> path, String action, Map<String, ?> body) {
        course.step(
                Deed.TICKET_STEP,
                action + " by " + who,
                () -> desk.gateway().post(desk.token(shop, who), path.get() + "/" + action, body));
    }
}
