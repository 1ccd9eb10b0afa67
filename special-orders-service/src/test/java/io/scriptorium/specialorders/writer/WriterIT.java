package io.scriptorium.specialorders.writer;

import static io.scriptorium.specialorders.Suite.aWebsite;
import static io.scriptorium.specialorders.Suite.await;
import static io.scriptorium.specialorders.Suite.send;
import static io.scriptorium.specialorders.Suite.writer;

import io.quarkus.test.junit.QuarkusTest;
import io.scriptorium.owner.test.Event;
import io.scriptorium.specialorders.WithParts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Reads writers as writer-service publishes them. */
@QuarkusTest
@WithParts
class WriterIT {
    private static final String ACTIVE = "SELECT count(*) FROM writer WHERE active AND writer_id = ?";
    private static final String KNOWN = "SELECT count(*) FROM writer WHERE id = ?";

    @Test
    void readsWritersAsTheirProducerWritesThem() throws Exception {
        String sample = Files.readString(Path.of("../writer-service/contracts/writer.v1.sample.json"));
        UUID profile = UUID.fromString("0199f1a2-0000-7000-8000-000000000031");
        send(Event.of("writers.writer.changes", profile, "writers.writer.changed", 1, sample));
        await(ACTIVE, UUID.fromString("0199f1a2-0000-7000-8000-000000000002"), 1);
    }

    @Test
    void knowsWhetherAWriterMayWorkUntilTheProfileIsGone() {
        UUID profile = UUID.randomUUID();
        UUID account = UUID.randomUUID();
        String website = aWebsite();
        send(writer(profile, website, account, 1, true));
        await(ACTIVE, account, 1);
        send(writer(profile, website, account, 2, false));
        await(ACTIVE, account, 0);
        await(KNOWN, profile, 1);
        send(Event.of("writers.writer.changes", profile, "writers.writer.deleted", 3, null));
        await(KNOWN, profile, 0);
    }
}
