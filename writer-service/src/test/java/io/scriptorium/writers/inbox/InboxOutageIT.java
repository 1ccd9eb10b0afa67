package io.scriptorium.writers.inbox;

import static io.scriptorium.writers.inbox.ParcelHandler.changed;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.scriptorium.local.KafkaPart;
import io.scriptorium.local.PostgresPart;
import io.scriptorium.owner.test.Broker;
import io.scriptorium.owner.test.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** While the database or the broker is away nothing is refused, and afterwards nothing is missing. */
@QuarkusTest
@QuarkusTestResource(value = OwnParts.class, restrictToAnnotatedClass = true)
class InboxOutageIT {
    private static final int EVENTS = 1_000;

    PostgresPart postgres;
    KafkaPart kafka;

    @Inject
    ParcelHandler handler;

    @Inject
    MeterRegistry metrics;

    private final UUID site = UUID.randomUUID();
    private double refusedBefore;

    @BeforeEach
    void countWhatOthersHadRefused() {
        refusedBefore = counted();
    }

    @Test
    void appliesEverythingOnceTheDatabaseIsBack() throws Exception {
        try (Broker broker = new Broker(kafka.bootstrapServers())) {
            List<UUID> keys = new ArrayList<>(send(broker));
            postgres.kill();
            keys.addAll(send(broker));
            // Long enough that a consumer which gives up, or acknowledges, has done so.
            Thread.sleep(6_000);
            postgres.restart();
            keys.addAll(send(broker));
            awaitOnce(keys);
        }
    }

    @Test
    void goesOnOnceTheBrokerIsBack() throws Exception {
        List<UUID> keys = new ArrayList<>();
        try (Broker broker = new Broker(kafka.bootstrapServers())) {
            keys.addAll(send(broker));
        }
        kafka.kill();
        Thread.sleep(3_000);
        kafka.restart();
        try (Broker broker = new Broker(kafka.bootstrapServers())) {
            keys.addAll(send(broker));
        }
        awaitOnce(keys);
    }

    private List<UUID> send(Broker broker) throws Exception {
        List<UUID> keys = new ArrayList<>();
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < EVENTS; i++) {
            UUID key = UUID.randomUUID();
            keys.add(key);
            events.add(changed(key, i % 2 == 0 ? site : UUID.randomUUID(), 1, i));
        }
        broker.send(events);
        return keys;
    }

    private void awaitOnce(List<UUID> keys) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(90))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(keys)
                        .allSatisfy(key -> assertThat(handler.applied(key)).hasSize(1)));
        assertThat(counted()).isEqualTo(refusedBefore);
    }

    private double counted() {
        return metrics.find("inbox.refused").counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }
}
