package io.scriptorium.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.scriptorium.local.Database;
import io.scriptorium.local.test.LocalParts;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

class ThreeRelaysIT {
    private static final String TOPIC = "three-relays.parcel.changes";
    private static final int WRITERS = 6;
    private static final int BURST = 600;
    private static final int ENOUGH_BURSTS = 7;
    private static final int MOST_BURSTS = 60;
    private static final int KEYS = 50;

    @Test
    void keepsTheOrderOfEveryKeyWithThreeRelaysAtOnce() throws Exception {
        Database database = LocalParts.freshDatabase("three_relays");
        String brokers = LocalParts.kafka().bootstrapServers();
        try (HandmadeService first = HandmadeService.on(database, brokers).migrated();
                HandmadeService second = HandmadeService.on(database, brokers);
                HandmadeService third = HandmadeService.on(database, brokers)) {
            List<HandmadeService> replicas = List.of(first, second, third);
            replicas.forEach(HandmadeService::relaying);

            int bursts = 0;
            do {
                burst(replicas);
                // The lock is not fair: under load the relay that has it mostly gets it again. After a pause, whichever
                // replica commits first does.
                await().atMost(Duration.ofSeconds(60)).until(first::isDrained);
            } while (++bursts < ENOUGH_BURSTS || (bursts < MOST_BURSTS && !haveAllRelayed(replicas)));
            assertThat(haveAllRelayed(replicas)).as("or this shows nothing").isTrue();
            Events events = Events.on(TOPIC, brokers);
            events.areExactlyTheHistoryOf(Parcels.of(first, TOPIC).weights());
            assertThat(events.count())
                    .as("while nothing fails, no two relays send the same row")
                    .isLessThanOrEqualTo(bursts * BURST + mostThatFailuresSentAgain(replicas));
        }
    }

    /** Each change through any of the replicas. */
    private static void burst(List<HandmadeService> replicas) throws Exception {
        Load.run(WRITERS, BURST / WRITERS, KEYS, key -> {
            HandmadeService replica = replicas.get(ThreadLocalRandom.current().nextInt(replicas.size()));
            replica.inTransaction(() -> Parcels.of(replica, TOPIC).weigh(key));
        });
    }

    private static boolean haveAllRelayed(List<HandmadeService> replicas) {
        return replicas.stream().allMatch(replica -> replica.counted("outbox.sent") > 0);
    }

    private static int mostThatFailuresSentAgain(List<HandmadeService> replicas) {
        double failures = replicas.stream()
                .mapToDouble(replica -> replica.counted("outbox.failed"))
                .sum();
        return (int) failures * new TestConfig(Map.of()).relay().batchSize();
    }
}
