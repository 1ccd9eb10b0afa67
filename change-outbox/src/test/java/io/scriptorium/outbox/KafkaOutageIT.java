package io.scriptorium.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.scriptorium.local.KafkaPart;
import io.scriptorium.local.test.LocalParts;
import java.nio.file.Path;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaOutageIT {
    private static final String TOPIC = "outage.parcel.changes";

    @TempDir
    Path folder;

    @Test
    void goesOnWritingWhileKafkaIsGoneAndDrainsInOrderAfterwards() throws Exception {
        try (KafkaPart kafka = KafkaPart.start(folder, 0);
                HandmadeService service = HandmadeService.on(
                                LocalParts.freshDatabase("outage"), kafka.bootstrapServers())
                        .migrated()
                        .relaying()) {
            service.monitor().start();
            Parcels parcels = Parcels.of(service, TOPIC);
            weigh(service, parcels, 300);
            await().atMost(Duration.ofSeconds(60)).until(service::isDrained);

            kafka.kill();
            weigh(service, parcels, 1200);
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> service.relay().trouble().isPresent());
            weigh(service, parcels, 300);

            OutboxStatus status = service.monitor().status();
            assertThat(status.depth()).isGreaterThanOrEqualTo(300);
            assertThat(status.oldestAge()).isPositive();
            assertThat(service.counted("outbox.failed")).isPositive();
            HealthCheckResponse readiness = new OutboxReadiness(service.monitor(), service.relay()).call();
            assertThat(readiness.getStatus()).isEqualTo(HealthCheckResponse.Status.UP);
            assertThat(readiness.getData().orElseThrow()).containsKey("relay");

            kafka.restart();
            await().atMost(Duration.ofSeconds(90)).until(service::isDrained);

            Events.on(TOPIC, kafka.bootstrapServers()).areExactlyTheHistoryOf(parcels.weights());
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> service.relay().trouble().isEmpty());
        }
    }

    private static void weigh(HandmadeService service, Parcels parcels, int times) throws Exception {
        Load.run(3, times / 3, 20, key -> service.inTransaction(() -> parcels.weigh(key)));
    }
}
