package io.scriptorium.demo;

import io.scriptorium.local.LocalIssuer;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Fills a suite, and tells what it did. */
public final class Demo {
    private final Settings settings;
    private final Tally tally = new Tally();
    private final Desk desk;
    private final int clients;
    private final PrintStream out;
    private final boolean terminal;

    /**
     * @param gateway the address of the suite
     * @param issuer the folder of its signing key
     * @param days how many of the past, today included; 0 for none
     */
    public Demo(
            String gateway,
            Path issuer,
            int websites,
            int days,
            double scale,
            long seed,
            int clients,
            PrintStream out,
            boolean terminal) {
        this.settings = new Settings(websites, days, scale, seed, Instant.now());
        this.desk = new Desk(
                new Gateway(gateway),
                new LocalIssuer(issuer, LocalIssuer.DEFAULT_ISSUER, LocalIssuer.DEFAULT_AUDIENCE),
                tally);
        this.clients = clients;
        this.out = out;
        this.terminal = terminal;
    }

    /** @param live goes on afterwards, until it is interrupted */
    public Tally run(boolean live) {
        ExecutorService pool = Executors.newFixedThreadPool(clients, Demo::daemon);
        try {
            Player player = new Player(pool, tally);
            Plan plan = Planner.plan(settings, desk);
            out.printf(
                    "Seed %d: %,d steps on %d websites%n",
                    settings.seed(), plan.steps().size(), settings.websites());
            long began = System.nanoTime();
            if (settings.days() == 0) {
                player.playNow(plan);
            } else {
                liveThrough(plan, player);
            }
            tell(Duration.ofNanos(System.nanoTime() - began));
            if (live) {
                out.println("Going on, two things a second or so, until Ctrl-C");
                new LiveStream(plan.shops(), desk, player, pool, new Chance(settings.seed() + 1), out).run();
            }
            return tally;
        } finally {
            pool.shutdownNow();
        }
    }

    private void liveThrough(Plan plan, Player player) {
        SuiteClock clock = new SuiteClock(desk.gateway(), desk.superadmin());
        clock.mustBeRight();
        // Ctrl-C must not leave the suite in the past, not even for a minute.
        Thread setRight = new Thread(clock::close, "set-clock-right");
        Runtime.getRuntime().addShutdownHook(setRight);
        try (clock) {
            player.play(
                    plan, clock, new ProgressLine(out, terminal, plan.steps().size()));
        } finally {
            Runtime.getRuntime().removeShutdownHook(setRight);
        }
    }

    private void tell(Duration took) {
        out.printf("Done in %d:%02d%n", took.toMinutes(), took.toSecondsPart());
        for (Deed deed : List.of(
                Deed.WEBSITE,
                Deed.ACCOUNT,
                Deed.WRITER,
                Deed.ORDER,
                Deed.REQUEST,
                Deed.TIP,
                Deed.TICKET,
                Deed.REVIEW,
                Deed.REFUND)) {
            out.printf("  %,7d %s%n", tally.of(deed), deed.plural);
        }
        out.printf("  %,7d payments%n", tally.payments());
        if (!tally.refusals().isEmpty()) {
            out.printf(
                    "  %,7d things that the market refused, such as paying what had expired%n",
                    tally.refusals().size());
        }
        tally.websites().forEach(each -> out.printf("  https://%-26s %s  %s%n", each.domain(), each.id(), each.name()));
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "demo-client");
        thread.setDaemon(true);
        return thread;
    }
}
