package io.scriptorium.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.scriptorium.local.test.LocalPartsResource;
import io.smallrye.health.SmallRyeHealthReporter;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The library as a service has it: by injection, with Quarkus' own transactions and data source. */
@QuarkusTest
@QuarkusTestResource(
        value = LocalPartsResource.class,
        initArgs = {
            @ResourceArg(name = "database", value = "outbox"),
            @ResourceArg(name = "parts", value = "postgres,kafka")
        })
class InQuarkusIT {
    private static final String TOPIC = ParcelSource.TOPIC;

    @Inject
    Outbox outbox;

    @Inject
    OutboxMonitor monitor;

    @Inject
    ParkedChanges parked;

    @Inject
    Republisher republisher;

    @Inject
    SmallRyeHealthReporter health;

    @Inject
    MeterRegistry metrics;

    @Inject
    DataSource dataSource;

    @Inject
    OutboxConfig config;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String brokers;

    private Parcels parcels;

    @BeforeEach
    void weighing() {
        parcels = new Parcels(dataSource, outbox, TOPIC);
    }

    @Test
    void publishesWhatIsCommittedAndNothingThatIsRolledBack() {
        QuarkusTransaction.requiringNew().call(() -> parcels.weigh("committed"));
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    weigh("rolled-back");
                    throw new IllegalStateException("the business says no");
                }))
                .hasMessageContaining("the business says no");
        QuarkusTransaction.requiringNew().call(() -> parcels.weigh("committed-later"));
        awaitDrained();

        Events events = Events.on(TOPIC, brokers);
        assertThat(events.of("committed")).hasSize(1);
        assertThat(events.of("committed-later")).hasSize(1);
        assertThat(events.of("rolled-back")).isEmpty();
    }

    @Test
    void refusesToAppendWithoutATransaction() {
        Change change = Parcels.change(TOPIC, "nobody", 1, "");
        assertThatThrownBy(() -> outbox.append(change))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("within a transaction");
    }

    @Test
    void refusesToAppendToATransactionThatIsToBeRolledBack() {
        Change change = Parcels.change(TOPIC, "nobody", 1, "");
        QuarkusTransaction.begin();
        try {
            QuarkusTransaction.setRollbackOnly();
            assertThatThrownBy(() -> outbox.append(change))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("ending");
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    @Test
    void writesACloudEventWithTheStateAndItsRevision() {
        Instant before = Instant.now().minusSeconds(60);
        SpanContext span = SpanContext.create(
                "0af7651916cd43dd8448eb211c80319c",
                "b7ad6b7169203331",
                TraceFlags.getSampled(),
                TraceState.getDefault());
        long revision = Context.current()
                .with(Span.wrap(span))
                .wrapSupplier(() -> QuarkusTransaction.requiringNew().call(() -> parcels.weigh("traced")))
                .get();
        awaitDrained();

        ConsumerRecord<String, byte[]> event =
                Events.on(TOPIC, brokers).of("traced").get(0);
        assertThat(new String(event.value(), StandardCharsets.UTF_8))
                .contains("\"id\":\"traced\"")
                .contains("\"weight\":1");
        assertThat(Events.header(event, "ce_specversion")).isEqualTo("1.0");
        assertThat(UUID.fromString(Events.header(event, "ce_id")).version()).isEqualTo(7);
        assertThat(Events.header(event, "ce_source")).isEqualTo("/parcel-service");
        assertThat(Events.header(event, "ce_type")).isEqualTo("parcels.parcel.changed");
        assertThat(Events.header(event, "ce_subject")).isEqualTo("traced");
        assertThat(Instant.parse(Events.header(event, "ce_time"))).isAfter(before);
        assertThat(Events.header(event, "ce_dataschema")).isEqualTo("/contracts/parcel.v1.schema.json");
        assertThat(Events.revision(event)).isEqualTo(revision);
        assertThat(Events.header(event, "content-type")).isEqualTo("application/json");
        assertThat(Events.header(event, "traceparent"))
                .isEqualTo("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
    }

    @Test
    void writesADeletionAsATombstoneAfterTheState() {
        QuarkusTransaction.requiringNew().call(() -> parcels.weigh("gone"));
        QuarkusTransaction.requiringNew().call(() -> outbox.append(Parcels.gone(TOPIC, "gone")));
        awaitDrained();

        List<ConsumerRecord<String, byte[]>> events = Events.on(TOPIC, brokers).of("gone");
        assertThat(events).hasSize(2);
        ConsumerRecord<String, byte[]> tombstone = events.get(1);
        assertThat(tombstone.value()).isNull();
        assertThat(Events.header(tombstone, "ce_type")).isEqualTo("parcels.parcel.deleted");
        assertThat(Events.revision(tombstone)).isGreaterThan(Events.revision(events.get(0)));
        assertThat(Events.headerNames(tombstone)).doesNotContain("content-type", "traceparent");
    }

    @Test
    void createsAMissingTopicCompacted() throws Exception {
        QuarkusTransaction.requiringNew().call(() -> parcels.weigh("first"));
        awaitDrained();

        ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, TOPIC);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", brokers))) {
            Config config = admin.describeConfigs(List.of(topic)).all().get().get(topic);
            assertThat(config.get("cleanup.policy").value()).isEqualTo("compact");
            assertThat(config.get("delete.retention.ms").value())
                    .isEqualTo(Long.toString(Duration.ofDays(30).toMillis()));
            assertThat(admin.describeTopics(List.of(TOPIC))
                            .allTopicNames()
                            .get()
                            .get(TOPIC)
                            .partitions())
                    .hasSize(3);
        }
    }

    @Test
    void makesTheNamedTopicsWhenTheServiceStarts() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", brokers))) {
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() ->
                            assertThat(admin.listTopics().names().get()).contains("in-quarkus.made-at-start.changes"));
        }
    }

    @Test
    void givesATopicItsOwnSettingsWhenItIsMade() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", brokers))) {
            await().atMost(Duration.ofSeconds(30)).ignoreExceptions().untilAsserted(() -> {
                assertThat(setting(admin, "in-quarkus.made-at-start.changes", "max.compaction.lag.ms"))
                        .isEqualTo("43200000");
                assertThat(setting(admin, "in-quarkus.made-at-start.changes", "cleanup.policy"))
                        .isEqualTo("compact");
            });
        }
    }

    @Test
    void givesATopicThatExistsItsOwnSettingsAndLeavesTheRest() throws Exception {
        String topic = "in-quarkus.made-by-hand.changes";
        String other = "in-quarkus.made-by-hand-too.changes";
        Map<String, Object> brokersAlone = Map.of("bootstrap.servers", brokers);
        try (Admin admin = Admin.create(brokersAlone)) {
            admin.createTopics(List.of(topic, other).stream()
                            .map(name -> new NewTopic(name, Optional.of(2), Optional.empty())
                                    .configs(Map.of("segment.ms", "7200000", "max.compaction.lag.ms", "86400000")))
                            .toList())
                    .all()
                    .get();
            new TopicSetup(
                            () -> Admin.create(brokersAlone),
                            config.topic(),
                            Map.of(topic, Map.of("max.compaction.lag.ms", "3600000", "delete.retention.ms", "60000")))
                    .ensure(List.of(topic, other));

            assertThat(setting(admin, topic, "max.compaction.lag.ms")).isEqualTo("3600000");
            assertThat(setting(admin, topic, "delete.retention.ms")).isEqualTo("60000");
            assertThat(setting(admin, topic, "segment.ms")).isEqualTo("7200000");
            assertThat(setting(admin, topic, "cleanup.policy")).isEqualTo("delete");
            assertThat(setting(admin, other, "max.compaction.lag.ms")).isEqualTo("86400000");
        }
    }

    private static String setting(Admin admin, String topic, String name) throws Exception {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        return admin.describeConfigs(List.of(resource))
                .all()
                .get()
                .get(resource)
                .get(name)
                .value();
    }

    @Test
    void leavesTheNewestStateLastWhenRepublishingRacesWithUpdates() throws Exception {
        for (int i = 0; i < 450; i++) {
            String key = "parcel-" + i;
            QuarkusTransaction.requiringNew().call(() -> parcels.weigh(key));
        }
        CompletableFuture<Void> updates = CompletableFuture.runAsync(() -> {
            try {
                Load.run(3, 500, 450, key -> QuarkusTransaction.requiringNew().call(() -> parcels.weigh(key)));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        long republished = 0;
        do {
            republished += republisher.republish("parcel", null);
        } while (!updates.isDone());
        updates.get();
        awaitDrained();

        Map<String, Integer> last = Events.on(TOPIC, brokers).lastWeightsOf("parcel-");
        Map<String, Integer> stored = parcels.weights();
        stored.keySet().removeIf(key -> !key.startsWith("parcel-"));
        assertThat(last).isEqualTo(stored);
        assertThat(republished).isGreaterThanOrEqualTo(450);
    }

    @Test
    void republishesOneTenantAlone() throws Exception {
        for (String key : List.of("tenanted-1", "tenanted-2", "tenanted-3", "tenanted-4")) {
            QuarkusTransaction.requiringNew().call(() -> parcels.weigh(key));
        }
        awaitDrained();
        int before = Events.on(TOPIC, brokers).count();

        long all = republisher.republish("parcel", null);
        long first = republisher.republish("parcel", "tenant-0");
        long second = republisher.republish("parcel", "tenant-1");
        awaitDrained();

        assertThat(first).isPositive();
        assertThat(second).isPositive();
        assertThat(first + second).isEqualTo(all);
        assertThat(republisher.republish("parcel", "nobody")).isZero();
        assertThat((long) Events.on(TOPIC, brokers).count()).isEqualTo(before + 2 * all);
    }

    @Test
    void namesTheAggregatesThatCanBeRepublished() {
        assertThatThrownBy(() -> republisher.republish("letter", null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("letter")
                .hasMessageContaining("parcel");
    }

    @Test
    void listsAndDiscardsParkedChangesWithoutATransactionOfTheCaller() {
        long odd = QuarkusTransaction.requiringNew()
                .call(() -> outbox.append(Change.changed(TOPIC, "odd", "t", "s", new Unwritable())));

        assertThat(parked.list(10, odd - 1)).extracting(ParkedChange::id).containsExactly(odd);
        assertThat(parked.list(10, odd)).isEmpty();
        assertThat(parked.discard(odd)).isTrue();
        assertThat(parked.discard(odd)).isFalse();
    }

    @Test
    void isReadyAndAliveAndCounted() {
        QuarkusTransaction.requiringNew().call(() -> parcels.weigh("counted"));
        awaitDrained();

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(health.getReadiness().isDown()).isFalse());
        assertThat(health.getLiveness().isDown()).isFalse();
        assertThat(health.getReadiness().getPayload().toString()).contains("change-outbox");
        assertThat(health.getLiveness().getPayload().toString()).contains("change-outbox-relay");
        await().atMost(Duration.ofSeconds(10))
                .until(() -> metrics.get("outbox.sent").counter().count() > 0);
        assertThat(metrics.get("outbox.depth").gauge().value()).isNotNegative();
        assertThat(metrics.get("outbox.oldest.age").gauge().value()).isNotNegative();
        assertThat(metrics.get("outbox.parked.rows").gauge().value()).isNotNegative();
    }

    private void awaitDrained() {
        await().atMost(Duration.ofSeconds(60)).until(() -> monitor.status().depth() == 0);
    }

    private void weigh(String key) {
        try {
            parcels.weigh(key);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Jackson calls the getter, and fails. */
    public static final class Unwritable {
        public String getSecret() {
            throw new UnsupportedOperationException();
        }
    }
}
