package io.scriptorium.demo;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How a website begins: its staff, and what staff set up. */
final class Opening {
    private static final int MOST_NAMES = 1_000;
    private static final int CONFLICT = 409;

    private final Shop shop;
    private final Desk desk;
    private final Joining joining;

    Opening(Shop shop, Desk desk) {
        this.shop = shop;
        this.desk = desk;
        this.joining = new Joining(shop, desk);
    }

    void plan(Course course) {
        course.step(Deed.WEBSITE, "website " + shop.site.label(), this::makeWebsite);
        shop.admins.forEach(admin -> joining.account(course, admin));
        List.of(shop.support, shop.editors).forEach(staff -> staff.forEach(person -> joining.account(course, person)));
        Catalogue.LEVELS.forEach(level -> course.step(Deed.SETTING, "level " + level.name(), () -> makeLevel(level)));
        Catalogue.TYPES.forEach(type -> course.step(Deed.SETTING, "type " + type.name(), () -> makeType(type)));
        int deposit = course.chance.oneOf(List.of(30, 40, 50));
        course.step(Deed.SETTING, "deposit " + deposit, () -> setDeposit(deposit));
        reminder(course, "Halfway", 50, "A reminder: {amount} {currency} are due on {due_date}");
        reminder(course, "Nearly due", 80, "Due soon: {amount} {currency} on {due_date}");
        course.step(
                Deed.SETTING,
                "deletion message",
                () -> admin(
                        "/api/v1/deletion-messages",
                        Map.of(
                                "name",
                                "Not paid in time",
                                "email_subject",
                                "Your order was cancelled",
                                "message",
                                "Dear {client_name},\n\n{amount} {currency} for {reference} were due on {due_date} and"
                                        + " did not arrive.\n\n{website}",
                                "by_email",
                                true)));
    }

    /** Another demo may have been here: then a number tells this one from it. */
    private void makeWebsite() {
        for (int number = 1; number <= MOST_NAMES; number++) {
            String suffix = number == 1 ? "" : "-" + number;
            String domain = shop.site.label() + suffix + ".example";
            try {
                shop.id = desk.gateway()
                        .post(
                                desk.superadmin(),
                                "/api/v1/websites",
                                Map.of(
                                        "name",
                                        shop.site.name() + (number == 1 ? "" : " " + number),
                                        "domain",
                                        domain,
                                        "currency",
                                        shop.site.currency(),
                                        "time_zone",
                                        shop.site.timeZone()))
                        .id();
                shop.domain = domain;
                return;
            } catch (Refused taken) {
                if (taken.status() != CONFLICT) {
                    throw taken;
                }
            }
        }
        throw new DemoFailure("There are " + MOST_NAMES + " demo websites of that name already.");
    }

    private void makeLevel(Catalogue.Level level) {
        shop.levels.put(
                level.name(),
                admin(
                                "/api/v1/writer-levels",
                                Map.of(
                                        "name", level.name(),
                                        "rank", level.rank(),
                                        "tip_percentage", level.tipPercentage(),
                                        "max_open_order_requests", level.openRequests(),
                                        "max_active_orders", 500))
                        .id());
    }

    private void makeType(Catalogue.Type type) {
        List<Map<String, Integer>> durations = type.durations().stream()
                .map(duration -> Map.of("days", duration.days(), "price", duration.price()))
                .collect(Collectors.toList());
        shop.types.put(
                type.name(),
                admin(
                                "/api/v1/predefined-types",
                                Map.of(
                                        "name", type.name(),
                                        "description", type.description(),
                                        "durations", durations))
                        .id());
    }

    private void setDeposit(int percentage) {
        desk.gateway()
                .put(
                        desk.token(shop, shop.admins.get(0)),
                        "/api/v1/deposit-settings/" + shop.id,
                        Map.of("percentage", percentage),
                        "*");
    }

    private void reminder(Course course, String name, int percentage, String subject) {
        course.step(
                Deed.SETTING,
                "reminder " + name,
                () -> admin(
                        "/api/v1/reminder-configs",
                        Map.of(
                                "name",
                                name,
                                "deadline_percentage",
                                percentage,
                                "email_subject",
                                subject,
                                "message",
                                "Dear {client_name},\n\n{amount} {currency} for {reference} are due on {due_date}.\n\n"
                                        + "{website}",
                                "by_email",
                                true,
                                "by_notification",
                                percentage > 50)));
    }

    private Gateway.Answer admin(String path, Map<String, ?> body) {
        return desk.gateway().post(desk.token(shop, shop.admins.get(0)), path, body);
    }
}
