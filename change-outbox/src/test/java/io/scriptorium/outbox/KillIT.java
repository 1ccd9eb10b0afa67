package io.scriptorium.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.scriptorium.local.ChildProcess;
import io.scriptorium.local.Database;
import io.scriptorium.local.Durability;
import io.scriptorium.local.PostgresPart;
import io.scriptorium.local.test.LocalParts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KillIT {
    private static final String TOPIC = "kill.parcel.changes";
    private static final int ROUNDS = 5;
    private static final int KEYS = 30;

    @TempDir
    Path folder;

    @Test
    void losesNothingAndInventsNothingWhenTheProcessIsKilledUnderLoad() throws Exception {
        String brokers = LocalParts.kafka().bootstrapServers();
        Random random = new Random();
        try (PostgresPart postgres = PostgresPart.start(folder.resolve("postgres"), 0, Durability.ON)) {
            Database database = postgres.createDatabase("killed");
            try (HandmadeService survivor =
                    HandmadeService.on(database, brokers).migrated()) {
                Parcels parcels = Parcels.of(survivor, TOPIC);
                for (int round = 0; round < ROUNDS; round++) {
                    int before = total(parcels);
                    ChildProcess child = start(database, brokers, round);
                    // Killed in full swing rather than while it connects: wait for work, then a random while.
                    await().atMost(Duration.ofSeconds(60)).until(() -> total(parcels) > before);
                    Thread.sleep(random.nextInt(1200));
                    assertThat(child.isAlive())
                            .as("it still ran: %s", child.tail())
                            .isTrue();
                    child.kill();
                }
                survivor.relaying();
                await().atMost(Duration.ofSeconds(60)).until(survivor::isDrained);

                Events.on(TOPIC, brokers).areExactlyTheHistoryOf(parcels.weights());
            }
        }
    }

    private static int total(Parcels parcels) throws Exception {
        return parcels.weights().values().stream().mapToInt(Integer::intValue).sum();
    }

    private ChildProcess start(Database database, String brokers, int round) throws Exception {
        Path log = folder.resolve("child-" + round + ".log");
        List<String> java = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx192m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                KilledService.class.getName(),
                database.jdbcUrl(),
                database.user(),
                database.password(),
                brokers,
                TOPIC,
                Integer.toString(KEYS));
        ChildProcess child = ChildProcess.start(
                "killed service",
                ChildProcess.command(java, ChildProcess.Signal.KILL),
                Map.of(),
                folder.resolve("child.pid"),
                log);
        child.await(() -> hasStarted(log), Duration.ofSeconds(60));
        return child;
    }

    private static boolean hasStarted(Path log) {
        try {
            return Files.readString(log).contains(KilledService.STARTED);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
