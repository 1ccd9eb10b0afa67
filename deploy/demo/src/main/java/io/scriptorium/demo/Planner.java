package io.scriptorium.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Says, from a seed, everything that is going to happen, before anything does. */
final class Planner {
    private static final double ORDERS = 130;
    private static final double TIPS = 120;
    private static final double TICKETS = 72;
    private static final double INVOICES = 60;

    /** The first is the largest; together they are as large as there are websites. */
    private static final double FALL_OFF = 0.55;

    private final Settings settings;
    private final Desk desk;
    private final List<Shop> shops = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();

    private Planner(Settings settings, Desk desk) {
        this.settings = settings;
        this.desk = desk;
    }

    static Plan plan(Settings settings, Desk desk) {
        return new Planner(settings, desk).plan();
    }

    private Plan plan() {
        Chance chance = new Chance(settings.seed());
        Instant start = startOf(settings);
        double all = 0;
        for (int i = 0; i < settings.websites(); i++) {
            all += sizeOf(i);
        }
        for (int i = 0; i < settings.websites(); i++) {
            double share = sizeOf(i) / all * settings.websites();
            Catalogue.Site site = Catalogue.site(i);
            Demand demand = new Demand(start, settings.end(), site.zone());
            Shop shop = new Shop(i + 1, site, demand, settings, share, chance.branch());
            shops.add(shop);
            plan(shop, share, chance.branch());
        }
        steps.removeIf(step -> !step.at().isBefore(settings.end()));
        steps.sort(Comparator.comparing(Step::at));
        return new Plan(List.copyOf(shops), List.copyOf(steps));
    }

    private static double sizeOf(int website) {
        return 1 / Math.pow(website + 1.0, FALL_OFF);
    }

    private void plan(Shop shop, double share, Chance chance) {
        Instant start = shop.demand.start();
        Course opening = course(shop, start, chance);
        new Opening(shop, desk).plan(opening);
        take(opening);
        Joining joining = new Joining(shop, desk);
        for (Person writer : shop.writers) {
            Course course = course(shop, writer.joinsAt, chance);
            joining.writer(course, writer);
            take(course);
        }
        for (Person client : shop.clients) {
            Course course = course(shop, client.joinsAt, chance);
            joining.account(course, client);
            take(course);
        }
        for (Person client : shop.passing) {
            Course course = course(shop, client.joinsAt, chance);
            joining.passing(course, client);
            take(course);
        }
        if (settings.days() > 0) {
            trade(shop, share, chance);
        }
    }

    private void trade(Shop shop, double share, Chance chance) {
        for (Instant moment : moments(shop, ORDERS, share, chance)) {
            Course course = course(shop, moment, chance);
            new OrderJourney(shop, desk).plan(course, shop.clientAt(moment, course.chance));
            take(course);
        }
        for (Instant moment : moments(shop, TIPS, share, chance)) {
            Course course = course(shop, moment, chance);
            new TipJourney(shop, desk)
                    .plan(course, shop.clientAt(moment, course.chance), shop.writerAt(moment, course.chance));
            take(course);
        }
        for (Instant moment : moments(shop, TICKETS, share, chance)) {
            Course course = course(shop, moment, chance);
            new TicketJourney(shop, desk).plan(course, shop.writerAt(moment, course.chance));
            take(course);
        }
        int number = 0;
        for (Instant moment : moments(shop, INVOICES, share, chance)) {
            Course course = course(shop, moment, chance);
            new InvoiceJourney(shop, desk).plan(course, number++, shop.clientAt(moment, course.chance));
            take(course);
        }
    }

    private List<Instant> moments(Shop shop, double ofOneWebsite, double share, Chance chance) {
        return shop.demand.openMoments(settings.volume(ofOneWebsite, share, 5), chance);
    }

    private Course course(Shop shop, Instant begin, Chance chance) {
        return new Course(shop, begin, 1, chance.branch());
    }

    private void take(Course course) {
        steps.addAll(course.steps());
    }

    /** Of a market that is looked at from today on, a few hours ago. */
    private static Instant startOf(Settings settings) {
        Instant midnight = settings.end().truncatedTo(ChronoUnit.DAYS);
        Instant first = midnight.minus(Duration.ofDays(Math.max(0, settings.days() - 1L)));
        Instant latest = settings.end().minus(Duration.ofHours(8));
        return first.isBefore(latest) ? first : latest;
    }
}
