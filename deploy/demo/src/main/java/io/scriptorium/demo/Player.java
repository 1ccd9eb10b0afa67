package io.scriptorium.demo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Lives through a plan: one stretch of hours after the other, and within one as many at once as there are clients. One begins when the one
 * before is over, so that nothing comes before what it needs.
 */
final class Player {
    private static final long HOLD_SECONDS = 15;

    private final ExecutorService clients;
    private final Tally tally;

    Player(ExecutorService clients, Tally tally) {
        this.clients = clients;
        this.tally = tally;
    }

    void play(Plan plan, SuiteClock clock, ProgressLine progress) {
        for (List<Step> stretch : plan.stretches()) {
            clock.moveTo(stretch.get(0).at());
            playTogether(stretch, clock);
            progress.advance(stretch.size(), stretch.get(0).at());
        }
    }

    /** In the same order, and all of it in the present. */
    void playNow(Plan plan) {
        plan.stretches().forEach(stretch -> playTogether(stretch, null));
    }

    private void playTogether(List<Step> steps, SuiteClock clock) {
        Map<Journey, List<Step>> journeys = new LinkedHashMap<>();
        steps.forEach(step -> journeys.computeIfAbsent(step.journey(), any -> new ArrayList<>())
                .add(step));
        List<Future<?>> running = new ArrayList<>();
        journeys.values().forEach(journey -> running.add(clients.submit(() -> journey.forEach(this::play))));
        running.forEach(one -> await(one, clock));
    }

    void play(Step step) {
        if (step.journey().isOver()) {
            return;
        }
        try {
            step.work().run();
            tally.count(step);
        } catch (Refused refused) {
            step.journey().end();
            tally.refused(step.what() + ": " + refused.getMessage());
        }
    }

    /** Of those that are done; the others stay. */
    static void throwIfFailed(Collection<Future<?>> running) {
        running.removeIf(one -> {
            boolean done = one.isDone();
            if (done) {
                await(one, null);
            }
            return done;
        });
    }

    private static void await(Future<?> one, SuiteClock clock) {
        while (true) {
            try {
                one.get(HOLD_SECONDS, TimeUnit.SECONDS);
                return;
            } catch (TimeoutException stillRunning) {
                if (clock != null) {
                    clock.hold();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new DemoFailure("interrupted", e);
            } catch (ExecutionException e) {
                if (e.getCause() instanceof DemoFailure failure) {
                    throw failure;
                }
                throw new IllegalStateException(e.getCause());
            }
        }
    }
}
