package io.scriptorium.payments.writer;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.scriptorium.owner.tenant.ActingTenant;
import io.scriptorium.owner.test.Broker;
import io.scriptorium.owner.test.Event;
import io.scriptorium.payments.WithParts;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Reads writers as writer-service publishes them. */
@QuarkusTest
@WithParts
class WriterIT {
    private static final String TOPIC = "writers.writer.changes";
    private static final String WEBSITE = "0199f1a2-0000-7000-8000-000000000001";
    private static final UUID PROFILE = UUID.fromString("0199f1a2-0000-7000-8000-000000000031");
    private static final UUID WRITER = UUID.fromString("0199f1a2-0000-7000-8000-000000000002");
    private static final UUID LEVEL = UUID.fromString("0199f1a2-0000-7000-8000-000000000011");

    @Inject
    WriterService writers;

    @Inject
    ActingTenant acting;

    @Test
    void knowsAWriterFromTheProfilesChangesUntilItsDeletion() throws Exception {
        String sample = Files.readString(Path.of("../writer-service/contracts/writer.v1.sample.json"));
        send(PROFILE, 1, sample);
        eventually(Optional.of(new WriterView(WRITER, LEVEL, "Advanced", new BigDecimal("60.00"), true)));
        assertThat(acting.as(UUID.randomUUID().toString(), () -> writers.find(WRITER)))
                .as("as seen from another website")
                .isEmpty();

        send(PROFILE, 2, sample.replace("60.00", "62.5").replace("\"is_active\": true", "\"is_active\": false"));
        eventually(Optional.of(new WriterView(WRITER, LEVEL, "Advanced", new BigDecimal("62.50"), false)));

        send(PROFILE, 3, sample.replaceAll("(?s)\"level\": \\{.*?\\}", "\"level\": null"));
        eventually(Optional.of(new WriterView(WRITER, null, null, null, true)));

        // A second profile of the same account, heard of before the first one's deletion.
        UUID second = UUID.fromString("0199f1a2-0000-7000-8000-000000000032");
        send(second, 1, sample.replace(PROFILE.toString(), second.toString()));
        eventually(Optional.of(new WriterView(WRITER, LEVEL, "Advanced", new BigDecimal("60.00"), true)));
        delete(PROFILE, 4);
        delete(second, 2);
        eventually(Optional.empty());
    }

    private void eventually(Optional<WriterView> expected) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(acting.as(WEBSITE, () -> writers.find(WRITER)))
                        .isEqualTo(expected));
    }

    private static void send(UUID profile, long revision, String state) throws Exception {
        Broker.shared().send(Event.of(TOPIC, profile, "writers.writer.changed", revision, state));
    }

    private static void delete(UUID profile, long revision) throws Exception {
        Broker.shared().send(Event.of(TOPIC, profile, "writers.writer.deleted", revision, null));
    }
}
