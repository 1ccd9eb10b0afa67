package io.scriptorium.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.scriptorium.local.ChildProcess;
import io.scriptorium.local.PartFailure;
import io.scriptorium.local.RedisPart;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisionIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Watch.Pauses SHORT = new Watch.Pauses(
            Duration.ofMillis(20), Duration.ofMillis(100), Duration.ofMillis(400), Duration.ofMinutes(1));

    @TempDir
    Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final Progress progress = new Progress(new PrintStream(said, true, StandardCharsets.UTF_8));
    private final AtomicBoolean handedOver = new AtomicBoolean();
    private final AtomicInteger changes = new AtomicInteger();
    private Watch watch;
    private Thread thread;

    @AfterEach
    void leave() throws InterruptedException {
        if (watch != null) {
            watch.leave();
            thread.interrupt();
            thread.join();
        }
    }

    @Test
    void bringsBackAPartThatWasKilledAndSaysSo() {
        try (RedisPart redis = RedisPart.start(folder, 0)) {
            long before = redis.pid();
            watch(new PartProcess(redis));

            redis.kill();

            await().atMost(PATIENCE).until(() -> said().contains("redis is back after"));
            assertThat(redis.isAlive()).isTrue();
            assertThat(redis.pid()).isNotEqualTo(before);
            assertThat(said()).contains("redis ended (pid " + before + "). It is started again in 0.1 s.");
            assertThat(watch.state().state()).isEqualTo("running");
            assertThat(watch.state().pid()).isEqualTo(redis.pid());
            assertThat(changes).hasValue(2);
        }
    }

    @Test
    void bringsBackAProcessAsOftenAsItEnds() {
        Sleeper sleeper = new Sleeper(folder);
        watch(sleeper);

        sleeper.child.kill();
        await().atMost(PATIENCE).until(() -> sleeper.starts.get() == 2 && sleeper.isRunning());
        sleeper.child.kill();
        await().atMost(PATIENCE).until(() -> sleeper.starts.get() == 3 && sleeper.isRunning());

        assertThat(said()).contains("sleeper ended (exit code 137)").contains("started again in 0.2 s");
        sleeper.stop();
    }

    @Test
    void waitsLongerAfterEachFailureAndShowsWhatTheProcessSaidLast() {
        Sleeper sleeper = new Sleeper(folder);
        sleeper.broken.set(true);
        watch(sleeper);

        sleeper.child.kill();
        await().atMost(PATIENCE).until(() -> sleeper.starts.get() >= 5);
        sleeper.broken.set(false);
        await().atMost(PATIENCE).until(() -> said().contains("sleeper is back"));

        assertThat(said())
                .contains("sleeper did not come back: the last line of its log")
                .containsSubsequence("again in 0.1 s", "again in 0.2 s", "again in 0.4 s", "again in 0.4 s");
        sleeper.stop();
    }

    @Test
    void stopsAProcessThatIsHandedOverAndStartsItAgainAfterwards() {
        Sleeper sleeper = new Sleeper(folder);
        watch(sleeper);

        handedOver.set(true);
        await().atMost(PATIENCE).until(() -> watch.state().state().equals("dev"));
        assertThat(sleeper.isRunning()).isFalse();
        assertThat(sleeper.starts).hasValue(1);

        handedOver.set(false);
        await().atMost(PATIENCE).until(() -> watch.state().state().equals("running"));
        assertThat(sleeper.isRunning()).isTrue();
        sleeper.stop();
    }

    @Test
    void aDevFlagCountsOnlyAsLongAsTheProcessThatRaisedIt() throws Exception {
        DevFlag flag = new DevFlag(folder.resolve("dev-service"));
        assertThat(flag.isRaised()).isFalse();

        Process holder = new ProcessBuilder("sleep", "600").start();
        flag.raise(holder.pid());
        assertThat(flag.isRaised()).isTrue();

        holder.destroyForcibly().waitFor();
        assertThat(flag.isRaised()).isFalse();
    }

    private void watch(Supervised process) {
        watch = new Watch(process, handedOver::get, progress, changes::incrementAndGet, SHORT);
        thread = new Thread(watch, "watch");
        thread.start();
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    /** A child that does nothing, and can be made unable to start. */
    private static final class Sleeper implements Supervised {
        private final Path folder;
        private final AtomicInteger starts = new AtomicInteger();
        private final AtomicBoolean broken = new AtomicBoolean();
        private volatile ChildProcess child;

        Sleeper(Path folder) {
            this.folder = folder;
            start();
        }

        private void start() {
            child = ChildProcess.start(
                    "sleeper",
                    ChildProcess.command(List.of("sleep", "600"), ChildProcess.Signal.KILL),
                    Map.of(),
                    folder.resolve("sleeper.pid"),
                    folder.resolve("sleeper.log"));
            starts.incrementAndGet();
        }

        @Override
        public String name() {
            return "sleeper";
        }

        @Override
        public int port() {
            return 1;
        }

        @Override
        public Integer managementPort() {
            return null;
        }

        @Override
        public long pid() {
            return child.pid();
        }

        @Override
        public boolean isRunning() {
            return child.isAlive();
        }

        @Override
        public String ending() {
            return "exit code " + child.process().exitValue();
        }

        @Override
        public void restart() {
            if (broken.get()) {
                starts.incrementAndGet();
                throw new PartFailure("the last line of its log");
            }
            start();
        }

        @Override
        public void stop() {
            child.stop(ChildProcess.Signal.KILL, Duration.ofSeconds(10));
        }
    }
}
