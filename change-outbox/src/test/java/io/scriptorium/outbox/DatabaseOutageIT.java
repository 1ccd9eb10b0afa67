package io.scriptorium.outbox;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.scriptorium.local.Durability;
import io.scriptorium.local.PostgresPart;
import io.scriptorium.local.test.LocalParts;
import java.nio.file.Path;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseOutageIT {
    private static final String TOPIC = "database-outage.parcel.changes";

    @TempDir
    Path folder;

    @Test
    void isNotReadyWhileTheDatabaseIsGoneAndLosesNothing() throws Exception {
        String brokers = LocalParts.kafka().bootstrapServers();
        try (PostgresPart postgres = PostgresPart.start(folder, 0, Durability.ON);
                HandmadeService service = HandmadeService.on(postgres.createDatabase("gone"), brokers)
                        .migrated()
                        .relaying()) {
            service.monitor().start();
            OutboxReadiness readiness = new OutboxReadiness(service.monitor(), service.relay());
            Parcels parcels = Parcels.of(service, TOPIC);
            await().atMost(Duration.ofSeconds(30)).until(() -> readiness.call().getStatus() == Status.UP);
            weigh(service, parcels);

            postgres.kill();
            assertThatThrownBy(() -> service.inTransaction(() -> parcels.weigh("nobody")))
                    .isInstanceOf(Exception.class);
            await().atMost(Duration.ofSeconds(60)).until(() -> readiness.call().getStatus() == Status.DOWN);

            postgres.restart();
            await().atMost(Duration.ofSeconds(60)).until(() -> readiness.call().getStatus() == Status.UP);
            weigh(service, parcels);
            await().atMost(Duration.ofSeconds(60)).until(service::isDrained);

            Events.on(TOPIC, brokers).areExactlyTheHistoryOf(parcels.weights());
        }
    }

    private static void weigh(HandmadeService service, Parcels parcels) throws Exception {
        Load.run(3, 100, 20, key -> service.inTransaction(() -> parcels.weigh(key)));
    }
}
