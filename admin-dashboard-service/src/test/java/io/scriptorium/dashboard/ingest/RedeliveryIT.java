package io.scriptorium.dashboard.ingest;

import static io.scriptorium.dashboard.Clients.as;
import static io.scriptorium.dashboard.Event.account;
import static io.scriptorium.dashboard.ProducerSample.sample;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.scriptorium.dashboard.Clients.Client;
import io.scriptorium.dashboard.Event;
import io.scriptorium.dashboard.WithParts;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** A process died between its commit and its invalidation: the batch comes again, and changes nothing. */
@QuarkusTest
@WithParts
class RedeliveryIT {
    @Inject
    AgroalDataSource database;

    @Inject
    ObjectMapper json;

    @Inject
    Projections projections;

    @Inject
    ChangeBatches batches;

    private final UUID site = UUID.randomUUID();

    @Test
    void showsAnAccountThatWasCommittedWithoutInvalidation() throws Exception {
        makesOldWhatWasCached(
                account(UUID.randomUUID(), 1, site, "client", false, Instant.now()), "users", "total_users");
    }

    @Test
    void showsATipThatWasCommittedWithoutInvalidation() throws Exception {
        UUID id = UUID.randomUUID();
        String tip = sample("payments-service", "tip")
                .with(state -> state.put("id", id.toString()).put("website_id", site.toString()))
                .state()
                .toString();
        makesOldWhatWasCached(
                new Event(Event.TIPS, id.toString(), "payments.tip.changed", 1, tip), "tips", "summary.total_tips");
    }

    private void makesOldWhatWasCached(Event event, String dashboard, String total) throws Exception {
        Client client = as("admin", site);
        String path = "/api/v1/admin/dashboards/" + dashboard;
        client.get(path).then().statusCode(200).body(total, is(0));
        List<ConsumerRecord<String, byte[]>> batch = List.of(event.readAt(0));
        commitAlone(batch);
        batches.take(batch);
        client.get(path).then().statusCode(200).body(total, is(1));
    }

    /** All that is done of a batch before its invalidation. */
    private void commitAlone(List<ConsumerRecord<String, byte[]>> records) throws Exception {
        Projection projection = projections.of(records.get(0).topic()).orElseThrow();
        String rows = json.writeValueAsString(Batch.read(records, projections).rows(projection));
        try (Connection connection = database.getConnection()) {
            projection.apply(connection, rows);
        }
    }
}
