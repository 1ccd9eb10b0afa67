package io.scriptorium.payments.reminder;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Runs in every replica, in two threads: one records what is due and has payments expire, the other has mails sent. They meet in the database alone,
 * as replicas do.
 */
@ApplicationScoped
class ReminderEngine {
    private static final Logger LOG = Logger.getLogger(ReminderEngine.class);
    private static final long STOPPED_WITHIN_SECONDS = 8;

    private final DueReminders due;
    private final Expiry expiry;
    private final Replanning replanning;
    private final Delivery delivery;
    private final RemindersConfig config;
    private final List<Thread> threads = new ArrayList<>();
    private ExecutorService senders;
    private volatile boolean stopping;

    ReminderEngine(DueReminders due, Expiry expiry, Replanning replanning, Delivery delivery, RemindersConfig config) {
        this.due = due;
        this.expiry = expiry;
        this.replanning = replanning;
        this.delivery = delivery;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        if (config.enabled()) {
            senders = Executors.newFixedThreadPool(config.senders(), task -> daemon(task, "reminder-sender"));
            threads.add(daemon(() -> run(this::recordOnce), "reminder-record"));
            threads.add(daemon(() -> run(this::deliverOnce), "reminder-deliver"));
            threads.forEach(Thread::start);
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        for (Thread thread : threads) {
            thread.interrupt();
        }
        if (senders != null) {
            senders.shutdown();
            if (!senders.awaitTermination(STOPPED_WITHIN_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("Some mails are still under way; they may be sent again");
            }
        }
    }

    /** @return whether there was anything to do */
    boolean recordOnce() {
        boolean replanned = replanning.page();
        DueReminders.Found found = due.record();
        together(found.expired(), expiry::expire);
        return replanned || found.payments() > 0;
    }

    private boolean deliverOnce() {
        Delivery.Claim claim = delivery.claim();
        together(claim.claimed(), delivery::deliver);
        return claim.reminders() > 0;
    }

    /** One after another where the engine has not been started. */
    private <T> void together(List<T> items, Consumer<T> work) {
        if (senders == null) {
            items.forEach(work);
            return;
        }
        CompletableFuture.allOf(items.stream()
                        .map(item -> CompletableFuture.runAsync(() -> work.accept(item), senders)
                                .exceptionally(failure -> {
                                    LOG.warn("A reminder could not be confirmed; it may be sent again", failure);
                                    return null;
                                }))
                        .toArray(CompletableFuture[]::new))
                .join();
    }

    /** Goes on whatever happens: the database may be away for a while. */
    private void run(BooleanSupplier work) {
        boolean failing = false;
        while (!stopping) {
            try {
                boolean busy = work.getAsBoolean();
                failing = false;
                if (!busy) {
                    Thread.sleep(config.pollInterval().toMillis());
                }
            } catch (InterruptedException leaving) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException failure) {
                if (stopping) {
                    return;
                }
                if (!failing) {
                    LOG.warn("Reminders wait until this is over", failure);
                }
                failing = true;
                if (!rest()) {
                    return;
                }
            }
        }
    }

    private boolean rest() {
        try {
            Thread.sleep(config.pollInterval().toMillis() * 2);
            return true;
        } catch (InterruptedException leaving) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }
}
