package io.scriptorium.dashboard.cache;

import static io.scriptorium.dashboard.cache.Replica.OTHER;
import static io.scriptorium.dashboard.cache.Replica.WEBSITE;
import static io.scriptorium.dashboard.cache.Replica.keyOf;
import static io.scriptorium.dashboard.cache.Replica.keyOfAll;
import static io.scriptorium.dashboard.cache.Replica.number;
import static io.scriptorium.dashboard.cache.Replica.numberIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.scriptorium.dashboard.cache.Replica.Settings;
import io.scriptorium.dashboard.platform.Callers;
import io.scriptorium.local.test.LocalParts;
import io.vertx.redis.client.Command;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DashboardCacheIT {
    private static final String HIT = "dashboard; hit; ttl=.*";
    private static final String STORED = "dashboard; fwd=miss; stored";

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private Replica replica;
    private Replica second;

    @BeforeEach
    void startTwoReplicasOnAnEmptyRedis() throws Exception {
        replica = Replica.over(LocalParts.redis(), Settings.PATIENT);
        second = Replica.over(LocalParts.redis(), Settings.PATIENT);
        replica.redis(Command.FLUSHALL);
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
        replica.close();
        second.close();
    }

    @Test
    void asksTheDatabaseOnceAndThenRedisInEveryReplica() throws Exception {
        DashboardAnswer cold = replica.read(keyOf(WEBSITE), number(1));
        DashboardAnswer warm = replica.read(keyOf(WEBSITE), number(2));
        DashboardAnswer elsewhere = second.read(keyOf(WEBSITE), number(3));

        assertThat(cold.status().header()).isEqualTo(STORED);
        assertThat(cold.statements()).isEqualTo(1);
        assertThat(List.of(warm, elsewhere)).allSatisfy(answer -> {
            assertThat(answer.status().header()).matches("dashboard; hit; ttl=(300|29\\d)");
            assertThat(answer.statements()).isZero();
            assertThat(answer.body()).usingRecursiveComparison().isEqualTo(cold.body());
        });
        assertThat(new String(warm.body().json())).isEqualTo("{\"number\":1,\"as_of\":\"2026-03-01T06:00:00Z\"}");
        assertThat(new GZIPInputStream(new ByteArrayInputStream(warm.body().gzip())))
                .hasBinaryContent(warm.body().json());
        assertThat(replica.counted("miss")).isEqualTo(1);
        assertThat(replica.counted("hit")).isEqualTo(1);
    }

    @Test
    void keepsAnEntryNoLongerThanItsTtl() {
        try (Replica brief = Replica.over(LocalParts.redis(), Settings.PATIENT.withTtl(Duration.ofMillis(300)))) {
            brief.read(keyOf(WEBSITE), number(1));

            await().until(() -> numberIn(brief.read(keyOf(WEBSITE), number(2))) == 2);
        }
    }

    @Test
    void makesOldWhatAChangeTouchedInEveryReplicaAndNothingElse() {
        CacheKey otherDashboard = Replica.key("tips", Callers.adminOf(WEBSITE));
        for (CacheKey key : List.of(keyOf(WEBSITE), keyOf(OTHER), keyOfAll(), otherDashboard)) {
            replica.read(key, number(1));
        }

        replica.invalidation.invalidate("users", Set.of(WEBSITE));

        assertThat(numberIn(second.read(keyOf(WEBSITE), number(2)))).isEqualTo(2);
        assertThat(numberIn(second.read(keyOfAll(), number(2)))).isEqualTo(2);
        assertThat(numberIn(second.read(keyOf(OTHER), number(2)))).isEqualTo(1);
        assertThat(numberIn(second.read(otherDashboard, number(2)))).isEqualTo(1);
    }

    @Test
    void makesEverythingOldAtOnce() {
        CacheKey otherDashboard = Replica.key("tips", Callers.adminOf(WEBSITE));
        List<CacheKey> keys = List.of(keyOf(WEBSITE), keyOf(OTHER), keyOfAll(), otherDashboard);
        keys.forEach(key -> replica.read(key, number(1)));

        replica.invalidation.invalidateEverything();

        assertThat(keys)
                .allSatisfy(
                        key -> assertThat(numberIn(second.read(key, number(2)))).isEqualTo(2));
    }

    @Test
    void neverLeavesTheOldNumberOfASlowReaderInTheCache() throws Exception {
        Held slow = new Held(number(1));
        Future<DashboardAnswer> reader = threads.submit(() -> replica.read(keyOf(WEBSITE), slow));
        slow.awaitArrival();

        second.invalidation.invalidate("users", Set.of(WEBSITE));
        slow.release();

        assertThat(numberIn(reader.get())).isEqualTo(1);
        assertThat(numberIn(replica.read(keyOf(WEBSITE), number(2)))).isEqualTo(2);
        assertThat(replica.read(keyOf(WEBSITE), number(3)).status().header()).matches(HIT);
    }

    @Test
    void losesNoMoreThanAHitWhenASlowReaderOverwritesANewerEntry() throws Exception {
        Held slow = new Held(number(1));
        Future<DashboardAnswer> reader = threads.submit(() -> replica.read(keyOf(WEBSITE), slow));
        slow.awaitArrival();
        second.invalidation.invalidate("users", Set.of(WEBSITE));
        assertThat(numberIn(second.read(keyOf(WEBSITE), number(2)))).isEqualTo(2);

        slow.release();
        reader.get();

        DashboardAnswer after = second.read(keyOf(WEBSITE), number(3));
        assertThat(numberIn(after)).isEqualTo(3);
        assertThat(after.status().header()).isEqualTo(STORED);
    }

    @Test
    void neverJoinsAQueryThatBeganBeforeTheLastChange() throws Exception {
        Held slow = new Held(number(1));
        Future<DashboardAnswer> reader = threads.submit(() -> replica.read(keyOf(WEBSITE), slow));
        slow.awaitArrival();

        second.invalidation.invalidate("users", Set.of(WEBSITE));
        DashboardAnswer later = replica.read(keyOf(WEBSITE), number(2));

        assertThat(numberIn(later)).isEqualTo(2);
        assertThat(reader).isNotDone();
        slow.release();
        assertThat(numberIn(reader.get())).isEqualTo(1);
    }

    @Test
    void makesOneQueryOfFiveHundredSimultaneousMisses() throws Exception {
        for (int round = 0; round < 5; round++) {
            AtomicInteger queries = new AtomicInteger();
            replica.invalidation.invalidate("users", Set.of(WEBSITE));

            // The query is over at once: whoever comes a little later must not begin another.
            List<DashboardAnswer> answers =
                    together(500, () -> replica.read(keyOf(WEBSITE), number(queries.incrementAndGet())));

            // number(…) is made anew by each thread, so the queries are counted by their statements.
            assertThat(answers)
                    .extracting(DashboardAnswer::statements)
                    .filteredOn(n -> n > 0)
                    .containsExactly(1);
            assertThat(answers).extracting(Replica::numberIn).containsOnly(numberIn(answers.get(0)));
        }
    }

    @Test
    void tellsWhoWaitedThatItWasSparedTheQuery() throws Exception {
        Held slow = new Held(number(1));
        Future<DashboardAnswer> first = threads.submit(() -> replica.read(keyOf(WEBSITE), slow));
        slow.awaitArrival();
        List<Future<DashboardAnswer>> others = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            others.add(threads.submit(() -> replica.read(keyOf(WEBSITE), number(2))));
        }
        // Nothing tells from outside that they wait, save that each has made its lookup.
        await().until(() -> lookups() == 11);
        slow.release();

        assertThat(first.get().status().header()).isEqualTo(STORED);
        for (Future<DashboardAnswer> other : others) {
            assertThat(numberIn(other.get())).isEqualTo(1);
            assertThat(other.get().statements()).isZero();
            assertThat(other.get().status().header()).matches("dashboard; fwd=miss; collapsed|" + HIT);
        }
    }

    @Test
    void failsWithTheQueryAndRemembersNoFailure() {
        IllegalStateException failure = new IllegalStateException("the database is gone");

        assertThatThrownBy(() -> replica.read(keyOf(WEBSITE), statements -> {
                    throw failure;
                }))
                .isSameAs(failure);

        assertThat(numberIn(replica.read(keyOf(WEBSITE), number(1)))).isEqualTo(1);
    }

    @Test
    void replacesTheEntryOnRefresh() {
        replica.read(keyOf(WEBSITE), number(1));

        DashboardAnswer refreshed = replica.cache.answer(keyOf(WEBSITE), true, number(2));
        DashboardAnswer after = replica.read(keyOf(WEBSITE), number(3));

        assertThat(numberIn(refreshed)).isEqualTo(2);
        assertThat(refreshed.statements()).isEqualTo(1);
        assertThat(refreshed.status().header()).isEqualTo("dashboard; fwd=request");
        assertThat(numberIn(after)).isEqualTo(2);
        assertThat(after.status().header()).matches(HIT);
        assertThat(replica.counted("refresh")).isEqualTo(1);
    }

    @Test
    void refreshesWithoutWaitingForAnOlderQuery() throws Exception {
        Held slow = new Held(number(1));
        Future<DashboardAnswer> reader = threads.submit(() -> replica.read(keyOf(WEBSITE), slow));
        slow.awaitArrival();

        assertThat(numberIn(replica.cache.answer(keyOf(WEBSITE), true, number(2))))
                .isEqualTo(2);

        slow.release();
        reader.get();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dashboard:generation", "dashboard:generation:users:0199aa00-0000-7000-8000-000000000001"})
    void takesNoEntryForGoodOnceAGenerationIsLost(String generation) throws Exception {
        replica.read(keyOf(WEBSITE), number(1));

        assertThat(replica.redis(Command.DEL, generation).toInteger()).isEqualTo(1);

        assertThat(numberIn(replica.read(keyOf(WEBSITE), number(2)))).isEqualTo(2);
        assertThat(replica.read(keyOf(WEBSITE), number(3)).status().header()).matches(HIT);
    }

    @Test
    void isRightAfterEverythingWasFlushed() throws Exception {
        replica.read(keyOf(WEBSITE), number(1));
        byte[] old = replica.redis(Command.GET, keyOf(WEBSITE).entryName()).toBytes();

        replica.redis(Command.FLUSHALL);
        assertThat(numberIn(replica.read(keyOf(WEBSITE), number(2)))).isEqualTo(2);

        // Not even the old entry itself, put back, fits the generations that were made since.
        replica.redis(Command.SET, keyOf(WEBSITE).entryName(), old);
        assertThat(numberIn(replica.read(keyOf(WEBSITE), number(3)))).isEqualTo(3);
    }

    @Test
    void passesOverWhateverElseLiesUnderAnEntrysName() throws Exception {
        String name = keyOf(WEBSITE).entryName();
        replica.read(keyOf(WEBSITE), number(0));
        byte[] whole = replica.redis(Command.GET, name).toBytes();
        byte[] ofAnotherVersion = whole.clone();
        ofAnotherVersion[0]++;
        byte[] noise = new byte[300];
        new Random(7).nextBytes(noise);
        byte[] cutShort = java.util.Arrays.copyOf(whole, whole.length / 2);

        long expected = 0;
        for (byte[] garbage : List.of(noise, new byte[0], cutShort, ofAnotherVersion)) {
            replica.redis(Command.SET, name, garbage);
            assertThat(numberIn(replica.read(keyOf(WEBSITE), number(++expected))))
                    .isEqualTo(expected);
            assertThat(replica.read(keyOf(WEBSITE), number(-1)).status().header())
                    .matches(HIT);
        }
        replica.redis(Command.DEL, name);
        replica.redis(Command.LPUSH, name, "a list");
        assertThat(numberIn(replica.read(keyOf(WEBSITE), number(9)))).isEqualTo(9);
        assertThat(replica.read(keyOf(WEBSITE), number(-1)).status().header()).matches(HIT);
    }

    @Test
    void leavesTheCacheAloneWhileAGenerationCannotBeRead() throws Exception {
        replica.redis(Command.LPUSH, Generations.GLOBAL, "a list");

        DashboardAnswer answer = replica.read(keyOf(WEBSITE), number(1));
        assertThat(answer.status().header()).isEqualTo("dashboard; fwd=bypass; detail=generation-unreadable");

        replica.invalidation.invalidateEverything();
        assertThat(replica.read(keyOf(WEBSITE), number(2)).status().header()).isEqualTo(STORED);
    }

    @Test
    void storesNothingTooLarge() throws Exception {
        try (Replica small = Replica.over(LocalParts.redis(), Settings.PATIENT.withMaxEntryBytes(100))) {
            DashboardAnswer answer = small.read(keyOf(WEBSITE), number(1));

            assertThat(answer.status().header()).isEqualTo("dashboard; fwd=miss; detail=too-large");
            assertThat(small.redis(Command.EXISTS, keyOf(WEBSITE).entryName()).toInteger())
                    .isZero();
            assertThat(numberIn(small.read(keyOf(WEBSITE), number(2)))).isEqualTo(2);
        }
    }

    /** The promise as a whole: whatever was invalidated before a request came, its answer has. */
    @Test
    void neverAnswersOlderThanTheLastCompleteInvalidation() throws Exception {
        AtomicLong database = new AtomicLong();
        AtomicLong invalidated = new AtomicLong();
        CountDownLatch written = new CountDownLatch(1);
        Future<?> writer = threads.submit(() -> {
            Random random = new Random(7);
            for (int change = 1; change <= 400; change++) {
                long now = database.incrementAndGet();
                (change % 2 == 0 ? replica : second).invalidation.invalidate("users", Set.of(WEBSITE));
                invalidated.set(now);
                Thread.sleep(random.nextInt(6));
            }
            written.countDown();
            return null;
        });

        List<Integer> reads = together(16, () -> {
            Random random = new Random();
            int count = 0;
            for (; written.getCount() > 0; count++) {
                CacheKey key = random.nextBoolean() ? keyOf(WEBSITE) : keyOfAll();
                Replica one = random.nextBoolean() ? replica : second;
                long atLeast = invalidated.get();
                DashboardAnswer answer = one.read(key, statements -> {
                    long seen = database.get();
                    pause(random.nextInt(4));
                    return number(seen).ask(statements);
                });
                assertThat(numberIn(answer)).isGreaterThanOrEqualTo(atLeast);
            }
            return count;
        });

        writer.get();
        assertThat(reads).allMatch(count -> count > 0);
        assertThat(replica.counted("hit")).isPositive();
        assertThat(replica.counted("collapsed")).isPositive();
    }

    private long lookups() {
        return replica.meters
                .timer("dashboard.cache.redis", "command", "lookup", "outcome", "done")
                .count();
    }

    private <T> List<T> together(int many, Callable<T> work) throws Exception {
        CyclicBarrier start = new CyclicBarrier(many);
        List<Future<T>> running = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            running.add(threads.submit(() -> {
                start.await();
                return work.call();
            }));
        }
        List<T> results = new ArrayList<>();
        for (Future<T> one : running) {
            results.add(one.get(60, TimeUnit.SECONDS));
        }
        return results;
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A query that has its number, and does not come back with it before it may. */
    private static final class Held implements DashboardQuery {
        private final DashboardQuery query;
        private final CountDownLatch arrived = new CountDownLatch(1);
        private final CountDownLatch released = new CountDownLatch(1);

        Held(DashboardQuery query) {
            this.query = query;
        }

        @Override
        public DashboardView ask(StatementCount statements) {
            DashboardView view = query.ask(statements);
            arrived.countDown();
            try {
                released.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return view;
        }

        void awaitArrival() throws InterruptedException {
            assertThat(arrived.await(60, TimeUnit.SECONDS)).isTrue();
        }

        void release() {
            released.countDown();
        }
    }

    @Test
    void tellsTheListenersOfEveryReplicaOnceTheAnswersAreOld() {
        List<Stale> heard = new CopyOnWriteArrayList<>();
        second.feed.listen(heard::add);
        await().untilAsserted(() -> {
            replica.invalidation.invalidate("tips", Set.of(WEBSITE));
            assertThat(heard).contains(Stale.of("tips", Set.of(WEBSITE.toString(), "all")));
        });
        replica.invalidation.invalidateEverything();
        await().until(() -> heard.contains(Stale.EVERYTHING));
    }

    @Test
    void makesTheViewOfAllOldOnceForABurstWhereAPauseIsConfigured() {
        Settings paused = Settings.PATIENT.withAllWebsitesPause(Duration.ofSeconds(2));
        try (Replica lazy = Replica.over(LocalParts.redis(), paused)) {
            List<Stale> heard = new CopyOnWriteArrayList<>();
            await().untilAsserted(() -> {
                assertThat(lazy.read(keyOfAll(), number(1)).status().header()).matches(HIT);
            });
            lazy.feed.listen(heard::add);
            assertThat(numberIn(lazy.read(keyOf(WEBSITE), number(1)))).isEqualTo(1);
            lazy.invalidation.invalidate("users", Set.of(WEBSITE));
            lazy.invalidation.invalidate("users", Set.of(WEBSITE, OTHER));
            assertThat(numberIn(lazy.read(keyOf(WEBSITE), number(2)))).isEqualTo(2);
            await().untilAsserted(() ->
                    assertThat(numberIn(lazy.read(keyOfAll(), number(3)))).isEqualTo(3));
            await().untilAsserted(() -> assertThat(heard)
                    .filteredOn(stale -> stale.equals(Stale.of("users", Set.of("all"))))
                    .hasSize(1));
        }
    }
}
