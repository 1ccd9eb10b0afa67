package io.scriptorium.dashboard.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.scriptorium.platform.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FlightsTest {
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch released = new CountDownLatch(1);
    private final Flights<String, Integer> flights = new Flights<>(Duration.ofSeconds(30));

    @AfterEach
    void endThreads() {
        released.countDown();
        threads.shutdownNow();
    }

    @Test
    void givesEverybodyTheResultOfTheFirst() throws Exception {
        AtomicInteger works = new AtomicInteger();
        Future<Flights.Landing<Integer>> first =
                threads.submit(() -> flights.join("key", held(works::incrementAndGet)));
        await().until(() -> flights.waitable() == 1);

        List<Thread> waiting = new ArrayList<>();
        List<CompletableFuture<Flights.Landing<Integer>>> others = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            CompletableFuture<Flights.Landing<Integer>> other = new CompletableFuture<>();
            others.add(other);
            Thread thread = new Thread(() -> other.complete(flights.join("key", works::incrementAndGet)));
            waiting.add(thread);
            thread.start();
        }
        await().until(() -> waiting.stream().allMatch(thread -> thread.getState() == Thread.State.TIMED_WAITING));
        released.countDown();

        assertThat(first.get()).isEqualTo(new Flights.Landing<>(1, false));
        for (CompletableFuture<Flights.Landing<Integer>> other : others) {
            assertThat(other.get()).isEqualTo(new Flights.Landing<>(1, true));
        }
    }

    @Test
    void worksAnewOnceTheFirstHasLanded() {
        AtomicInteger works = new AtomicInteger();

        assertThat(flights.join("key", works::incrementAndGet).value()).isEqualTo(1);
        assertThat(flights.join("key", works::incrementAndGet).value()).isEqualTo(2);
        assertThat(flights.waitable()).isZero();
    }

    @Test
    void failsEverybodyWithTheSameFailureAndForgetsIt() throws Exception {
        IllegalStateException failure = new IllegalStateException("the database is gone");
        Future<?> first = threads.submit(() -> flights.join("key", held(() -> {
            throw failure;
        })));
        await().until(() -> flights.waitable() == 1);
        CompletableFuture<Throwable> seen = new CompletableFuture<>();
        Thread other = new Thread(() -> {
            try {
                flights.join("key", () -> 1);
            } catch (RuntimeException e) {
                seen.complete(e);
            }
        });
        other.start();
        await().until(() -> other.getState() == Thread.State.TIMED_WAITING);
        released.countDown();

        assertThatThrownBy(first::get).hasCause(failure);
        assertThat(seen.get()).isSameAs(failure);
        assertThat(flights.join("key", () -> 7).value()).isEqualTo(7);
    }

    @Test
    void passesErrorsOnToo() {
        assertThatThrownBy(() -> flights.join("key", () -> {
                    throw new StackOverflowError();
                }))
                .isInstanceOf(StackOverflowError.class);
        assertThat(flights.waitable()).isZero();
    }

    @Test
    void letsNobodyWaitForEver() {
        Flights<String, Integer> impatient = new Flights<>(Duration.ofMillis(20));
        threads.submit(() -> impatient.join("key", held(() -> 1)));
        await().until(() -> impatient.waitable() == 1);

        assertThatThrownBy(() -> impatient.join("key", () -> 2))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(503));
    }

    @Test
    void answersAnInterruptedWaiterAndKeepsTheInterrupt() {
        threads.submit(() -> flights.join("key", held(() -> 1)));
        await().until(() -> flights.waitable() == 1);

        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> flights.join("key", () -> 2))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(503));
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void letsLaterOnesWaitForWhoOvertook() throws Exception {
        Future<?> slow = threads.submit(() -> flights.join("key", held(() -> 1)));
        await().until(() -> flights.waitable() == 1);

        assertThat(flights.overtake("key", () -> {
                    assertThat(flights.waitable()).isEqualTo(1);
                    return 2;
                }))
                .isEqualTo(2);
        assertThat(flights.join("key", () -> 3)).isEqualTo(new Flights.Landing<>(3, false));

        released.countDown();
        assertThat(slow.get()).isEqualTo(new Flights.Landing<>(1, false));
    }

    private Supplier<Integer> held(Supplier<Integer> work) {
        return () -> {
            try {
                released.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return work.get();
        };
    }
}
