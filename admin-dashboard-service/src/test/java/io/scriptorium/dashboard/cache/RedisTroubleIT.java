package io.scriptorium.dashboard.cache;

import static io.scriptorium.dashboard.cache.Replica.WEBSITE;
import static io.scriptorium.dashboard.cache.Replica.keyOf;
import static io.scriptorium.dashboard.cache.Replica.number;
import static io.scriptorium.dashboard.cache.Replica.numberIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.scriptorium.dashboard.cache.Replica.Settings;
import io.scriptorium.local.RedisPart;
import io.vertx.redis.client.Command;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Redis of its own, since it is killed and frozen here. */
class RedisTroubleIT {
    @TempDir
    Path folder;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private RedisPart redis;
    private Replica replica;

    @BeforeEach
    void start() {
        redis = RedisPart.start(folder, 0);
        replica = Replica.over(redis, Settings.HASTY);
        awaitHitOf(1);
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
        replica.close();
        redis.close();
    }

    @Test
    void answersFromTheDatabaseWhileRedisIsGoneAndAsksRedisNoMore() {
        redis.kill();

        List<String> ways = new ArrayList<>();
        await().until(() -> {
            DashboardAnswer answer = replica.read(keyOf(WEBSITE), number(2));
            assertThat(numberIn(answer)).isEqualTo(2);
            ways.add(answer.status().header());
            return ways.contains("dashboard; fwd=bypass; detail=breaker-open");
        });
        assertThat(ways.get(0)).matches("dashboard; fwd=bypass; detail=redis-(unavailable|timeout)");

        DashboardAnswer refreshed = replica.cache.answer(keyOf(WEBSITE), true, number(3));
        assertThat(numberIn(refreshed)).isEqualTo(3);
        assertThat(refreshed.status().header()).isEqualTo("dashboard; fwd=request");

        redis.restart();
        awaitHitOf(4);
    }

    @Test
    void servesNothingFromBeforeAChangeThatRedisWasNotThereFor() {
        redis.kill();

        replica.invalidation.invalidate("users", Set.of(WEBSITE));
        assertThat(replica.owed()).isEqualTo(1);
        DashboardAnswer away = replica.read(keyOf(WEBSITE), number(2));
        assertThat(numberIn(away)).isEqualTo(2);
        assertThat(away.status().header()).isEqualTo("dashboard; fwd=bypass; detail=invalidation-owed");
        replica.invalidation.invalidate("users", Set.of(WEBSITE));

        redis.restart();
        await().until(() -> {
            // From the first moment on, not only once the debt is paid.
            assertThat(numberIn(replica.read(keyOf(WEBSITE), number(2)))).isEqualTo(2);
            return replica.owed() == 0;
        });
        awaitHitOf(2);
        try (Replica second = Replica.over(redis, Settings.PATIENT)) {
            assertThat(numberIn(second.read(keyOf(WEBSITE), number(3)))).isEqualTo(2);
        }
    }

    @Test
    void answersFromTheDatabaseWhileRedisHangs() throws Exception {
        signal("STOP");
        try {
            for (int i = 0; i < 15; i++) {
                assertThat(numberIn(replica.read(keyOf(WEBSITE), number(2)))).isEqualTo(2);
            }
            replica.invalidation.invalidate("users", Set.of(WEBSITE));
            assertThat(replica.owed()).isEqualTo(1);
        } finally {
            signal("CONT");
        }

        await().until(() -> {
            assertThat(numberIn(replica.read(keyOf(WEBSITE), number(2)))).isEqualTo(2);
            return replica.owed() == 0;
        });
        awaitHitOf(2);
    }

    @Test
    void makesOneQueryOfManyWithoutRedisTooButNoneAcrossAChange() throws Exception {
        redis.kill();
        replica.invalidation.invalidate("users", Set.of(WEBSITE));
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        Future<DashboardAnswer> slow = threads.submit(() -> replica.read(keyOf(WEBSITE), statements -> {
            arrived.countDown();
            await().until(() -> released.getCount() == 0);
            return number(2).ask(statements);
        }));
        arrived.await();

        Thread[] thread = new Thread[1];
        CountDownLatch begun = new CountDownLatch(1);
        Future<DashboardAnswer> joined = threads.submit(() -> {
            thread[0] = Thread.currentThread();
            begun.countDown();
            return replica.read(keyOf(WEBSITE), number(3));
        });
        begun.await();
        await().until(() -> thread[0].getState() == Thread.State.TIMED_WAITING);
        replica.invalidation.invalidate("users", Set.of(WEBSITE));
        DashboardAnswer later = replica.read(keyOf(WEBSITE), number(4));
        released.countDown();

        assertThat(numberIn(later)).isEqualTo(4);
        assertThat(numberIn(slow.get())).isEqualTo(2);
        assertThat(numberIn(joined.get())).isEqualTo(2);
        assertThat(joined.get().statements()).isZero();
        assertThat(joined.get().status().header())
                .isEqualTo("dashboard; fwd=bypass; collapsed; detail=invalidation-owed");
        assertThat(replica.counted("collapsed")).isEqualTo(1);
    }

    @Test
    void trustsNothingThatARestartedRedisMayHaveBroughtBack() throws Exception {
        String generation = Generations.namesFor(keyOf(WEBSITE)).get(1);
        String oldGeneration = replica.redis(Command.GET, generation).toString();
        byte[] oldEntry = replica.redis(Command.GET, keyOf(WEBSITE).entryName()).toBytes();
        replica.invalidation.invalidate("users", Set.of(WEBSITE));
        assertThat(replica.owed()).isZero();

        // What a power cut does: the last second is gone, and with it the invalidation that Redis had confirmed.
        redis.kill();
        redis.restart();
        try (Replica tool = Replica.over(redis, Settings.PATIENT)) {
            tool.redis(Command.SET, generation, oldGeneration);
            tool.redis(Command.SET, keyOf(WEBSITE).entryName(), oldEntry);
        }

        awaitHitOf(2);
    }

    @Test
    void findsRedisWhenItComesAfterTheService() {
        redis.kill();
        try (Replica early = Replica.over(redis, Settings.HASTY)) {
            early.invalidation.invalidateEverything();
            assertThat(numberIn(early.read(keyOf(WEBSITE), number(2)))).isEqualTo(2);

            redis.restart();

            await().until(() -> early.owed() == 0);
            await().until(() -> numberIn(early.read(keyOf(WEBSITE), number(3))) == 3
                    && early.read(keyOf(WEBSITE), number(4)).status().result().equals("hit"));
        }
    }

    /** Until that number is both in the cache and served from it. */
    private void awaitHitOf(long number) {
        await().until(() -> {
            DashboardAnswer answer = replica.read(keyOf(WEBSITE), number(number));
            return answer.status().result().equals("hit") && numberIn(answer) == number;
        });
    }

    private void signal(String signal) throws Exception {
        Process kill = new ProcessBuilder("kill", "-" + signal, Long.toString(redis.pid())).start();
        assertThat(kill.waitFor()).isZero();
    }
}
