package io.scriptorium.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Somebody comes to a website; some do not stay. */
final class Joining {
    private static final double[] LEVELS = {4, 4, 2, 1};

    private final Shop shop;
    private final Desk desk;

    Joining(Shop shop, Desk desk) {
        this.shop = shop;
        this.desk = desk;
    }

    void account(Course course, Person person) {
        course.step(Deed.ACCOUNT, person.role + " " + person, () -> {
            person.id = desk.gateway()
                    .post(
                            desk.superadmin(),
                            "/api/v1/accounts",
                            Map.of(
                                    "website_id", shop.id,
                                    "username", person.username,
                                    "email", person.email(),
                                    "full_name", person.fullName,
                                    "role", person.role))
                    .id();
        });
    }

    /** With an account, and a profile that staff make after a talk. */
    void writer(Course course, Person person) {
        account(course, person);
        Chance chance = course.chance;
        String level = Catalogue.LEVELS.get(chance.weighted(LEVELS)).name();
        List<String> skills = some(Catalogue.SKILLS, chance);
        List<String> subjects = some(Catalogue.SUBJECTS, chance);
        String schedule = chance.of(0.6) ? "monthly" : "bi_weekly";
        boolean available = chance.of(0.7);
        boolean verified = chance.of(0.8);
        String status = chance.of(0.85) ? "active" : "probation";
        String penName = person.fullName.charAt(0) + ". " + person.fullName.substring(person.fullName.indexOf(' ') + 1);
        course.later(chance.minutes(chance.between(2, 40)));
        course.step(Deed.WRITER, "profile of " + person + " " + level + skills + subjects, () -> {
            Map<String, Object> profile = new HashMap<>();
            profile.put("writer_id", person.id);
            profile.put("status", status);
            profile.put("pen_name", penName);
            profile.put("level_id", shop.levels.get(level));
            profile.put("time_zone", shop.site.timeZone());
            profile.put("skills", skills);
            profile.put("subjects", subjects);
            profile.put("introduction", "Writes on %s.".formatted(String.join(" and ", subjects)));
            profile.put("payment_schedule", schedule);
            profile.put("verified", verified);
            profile.put("is_available_for_auto_assignments", available);
            person.profileId = desk.gateway()
                    .post(desk.token(shop, shop.admins.get(0)), "/api/v1/writers", profile)
                    .id();
        });
    }

    /** A client who orders nothing: suspended after a while, and maybe taken back, or gone. */
    void passing(Course course, Person person) {
        account(course, person);
        Chance chance = course.chance;
        if (chance.of(0.4)) {
            course.later(chance.hours(24 * 12, 0.8, 24 * 60)).atWork();
            course.step(
                    Deed.ACCOUNT_STEP,
                    "suspend " + person,
                    () -> act(person, "suspend", Map.of("reason", "Charged back")));
            if (chance.of(0.4)) {
                course.later(chance.hours(24 * 6, 0.6, 24 * 30)).atWork();
                course.step(Deed.ACCOUNT_STEP, "reactivate " + person, () -> act(person, "reactivate", Map.of()));
            }
        } else if (chance.of(0.25)) {
            course.later(chance.hours(24 * 20, 0.8, 24 * 90)).atWork();
            course.step(Deed.ACCOUNT_STEP, "delete " + person, () -> {
                desk.gateway().delete(desk.superadmin(), "/api/v1/accounts/" + person.id);
                desk.tally().left(shop);
            });
        }
    }

    private void act(Person person, String action, Map<String, ?> body) {
        desk.gateway().post(desk.superadmin(), "/api/v1/accounts/" + person.id + "/" + action, body);
    }

    private static List<String> some(List<String> all, Chance chance) {
        List<String> some = new ArrayList<>();
        for (int i = chance.between(1, 4); i > 0; i--) {
            String one = chance.favouriteOf(all);
            if (!some.contains(one)) {
                some.add(one);
            }
        }
        return some;
    }
}
