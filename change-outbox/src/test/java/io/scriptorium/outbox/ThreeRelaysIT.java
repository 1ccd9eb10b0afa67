package io.scriptorium.outbox;

import static org.awaitility.Awaitility.await;

import io.scriptorium.local.Database;
import io.scriptorium.local.test.LocalParts;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

class ThreeRelaysIT {
    private static final String TOPIC = "three-relays.parcel.changes";

    @Test
    void keepsTheOrderOfEveryKeyWithThreeRelaysAtOnce() throws Exception {
        Database database = LocalParts.freshDatabase("three_relays");
        String brokers = LocalParts.kafka().bootstrapServers();
        try (HandmadeService first = HandmadeService.on(database, brokers).migrated();
                HandmadeService second = HandmadeService.on(database, brokers);
                HandmadeService third = HandmadeService.on(database, brokers)) {
            List<HandmadeService> replicas = List.of(first, second, third);
            replicas.forEach(HandmadeService::relaying);

            Load.run(6, 700, 50, key -> {
                HandmadeService replica =
                        replicas.get(ThreadLocalRandom.current().nextInt(replicas.size()));
                replica.inTransaction(() -> Parcels.of(replica, TOPIC).weigh(key));
            });
            await().atMost(Duration.ofSeconds(60)).until(first::isDrained);

            Events.on(TOPIC, brokers)
                    .areExactlyTheHistoryOf(Parcels.of(first, TOPIC).weights());
            // Each replica has relayed something, or this shows nothing.
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> replicas.stream().allMatch(replica -> replica.counted("outbox.sent") > 0));
        }
    }
}
