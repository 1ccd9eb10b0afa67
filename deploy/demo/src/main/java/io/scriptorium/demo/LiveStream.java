package io.scriptorium.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** Goes on where the past ended, in the present: what takes days in life takes minutes here, and all kinds happen. */
final class LiveStream {
    /** A fortnight in ten minutes. */
    private static final double PACE = 10.0 / (14 * 24 * 60);

    private static final double STEPS_PER_SECOND = 2.5;

    /** Journeys have about so many steps; new ones begin as often as the rate needs. */
    private static final double STEPS_OF_A_JOURNEY = 6;

    private static final Duration TOLD = Duration.ofSeconds(30);

    private final List<Shop> shops;
    private final Desk desk;
    private final Player player;
    private final ExecutorService clients;
    private final Chance chance;
    private final PrintStream out;
    private final PriorityQueue<Step> waiting = new PriorityQueue<>(Comparator.comparing(Step::at));
    private int invoices = 50_000;
    private int newcomers;

    LiveStream(List<Shop> shops, Desk desk, Player player, ExecutorService clients, Chance chance, PrintStream out) {
        this.shops = shops;
        this.desk = desk;
        this.player = player;
        this.clients = clients;
        this.chance = chance;
        this.out = out;
    }

    /** Until it is interrupted, or somebody has no answer for a long time. */
    void run() {
        Instant next = Instant.now();
        Instant tell = next.plus(TOLD);
        List<Future<?>> running = new ArrayList<>();
        while (!Thread.currentThread().isInterrupted()) {
            Instant now = Instant.now();
            if (!now.isBefore(next)) {
                begin(now);
                double seconds = STEPS_OF_A_JOURNEY / STEPS_PER_SECOND * chance.between(0.5, 1.5);
                next = now.plusMillis(Math.round(seconds * 1_000));
            }
            while (!waiting.isEmpty() && !waiting.peek().at().isAfter(now)) {
                Step step = waiting.poll();
                running.add(step.journey().next(clients, () -> player.play(step)));
            }
            Player.throwIfFailed(running);
            if (!now.isBefore(tell)) {
                out.printf(
                        "%,d done, %d refused, %d to come%n",
                        desk.tally().done(), desk.tally().refusals().size(), waiting.size());
                tell = now.plus(TOLD);
            }
            Gateway.pause(50);
        }
    }

    private void begin(Instant now) {
        Shop shop = chance.favouriteOf(shops);
        Course course = new Course(shop, now, PACE, chance.branch());
        Person client = shop.clientAt(now, course.chance);
        Person writer = shop.writerAt(now, course.chance);
        switch (chance.weighted(4, 4, 2, 2, 1)) {
            case 0 -> new OrderJourney(shop, desk).plan(course, client);
            case 1 -> new TipJourney(shop, desk).plan(course, client, writer);
            case 2 -> new TicketJourney(shop, desk).plan(course, writer);
            case 3 -> new InvoiceJourney(shop, desk).plan(course, invoices++, client);
            default -> new Joining(shop, desk).passing(course, newcomer(shop, now));
        }
        waiting.addAll(course.steps());
    }

    private Person newcomer(Shop shop, Instant now) {
        return new People(shop.demand, chance, shop.site.locale()).newcomer(now, ++newcomers);
    }
}
