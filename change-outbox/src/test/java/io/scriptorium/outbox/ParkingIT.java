package io.scriptorium.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.scriptorium.local.Database;
import io.scriptorium.local.test.LocalParts;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;

class ParkingIT {
    /** So much less than a producer's batch that even what is too large travels with others. */
    private static final int LIMIT = 4_000;

    private static final String TOO_LARGE = "x".repeat(2 * LIMIT);

    private final String brokers = LocalParts.kafka().bootstrapServers();

    @Test
    void parksWhatTheBrokerRefusesHoldsBackItsKeyAloneAndSendsInOrderOnceReleased() throws Exception {
        String topic = "parking-released.parcel.changes";
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", brokers));
                HandmadeService service =
                        HandmadeService.on(database(), brokers).migrated()) {
            createLimited(admin, topic);
            Parcels parcels = Parcels.of(service, topic);
            long refused = weighOneTooLargeAmongOthers(service, parcels);
            service.relaying();
            awaitAllButTwoSent(service);

            assertThat(sent(topic, "large")).containsExactly(1);
            assertThat(sent(topic, "other")).containsExactly(1, 2, 3);
            await().atMost(Duration.ofSeconds(10)).until(() -> service.counted("outbox.parked") == 1);
            ParkedChange parked = onlyParked(service);
            assertThat(parked.id()).isEqualTo(refused);
            assertThat(parked.key()).isEqualTo("large");
            assertThat(parked.error()).contains("RecordTooLargeException");
            assertThat(parked.releasable()).isTrue();

            admin.incrementalAlterConfigs(Map.of(new ConfigResource(ConfigResource.Type.TOPIC, topic), raisedLimit()))
                    .all()
                    .get();
            assertThat(service.inTransaction(() -> service.parked().release(refused)))
                    .isTrue();
            await().atMost(Duration.ofSeconds(60)).until(service::isDrained);

            Events.on(topic, brokers).areExactlyTheHistoryOf(parcels.weights());
        }
    }

    @Test
    void parksWhatTheProducerRefusesAndLetsTheSuccessorsGoOnceDiscarded() throws Exception {
        String topic = "parking-discarded.parcel.changes";
        Map<String, String> limited = Map.of("max.request.size", Integer.toString(LIMIT));
        try (HandmadeService service =
                HandmadeService.on(database(), brokers, limited).migrated()) {
            long refused = weighOneTooLargeAmongOthers(service, Parcels.of(service, topic));
            service.relaying();
            awaitAllButTwoSent(service);

            assertThat(onlyParked(service).error()).contains("RecordTooLargeException");
            assertThat(service.inTransaction(() -> service.parked().discard(refused)))
                    .isTrue();
            await().atMost(Duration.ofSeconds(60)).until(service::isDrained);

            assertThat(sent(topic, "large")).containsExactly(1, 3, 4);
            assertThat(sent(topic, "other")).containsExactly(1, 2, 3);
        }
    }

    /** Kafka's producer splits a batch in vain that is smaller than its own limit and larger than the topic's. */
    @Test
    void findsTheRowThatIsTooLargeInABatchThatCannotBeSplit() throws Exception {
        String topic = "parking-split.parcel.changes";
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", brokers));
                HandmadeService service =
                        HandmadeService.on(database(), brokers).migrated()) {
            createLimited(admin, topic);
            Parcels parcels = Parcels.of(service, topic);
            service.inTransaction(() -> {
                for (int i = 0; i < 40; i++) {
                    parcels.weigh("other-" + i);
                }
                parcels.weigh("large", TOO_LARGE);
                for (int i = 40; i < 80; i++) {
                    parcels.weigh("other-" + i);
                }
                return null;
            });
            service.relaying();
            await().atMost(Duration.ofSeconds(60)).until(service::isDrained);

            assertThat(onlyParked(service).key()).isEqualTo("large");
            assertThat(sent(topic, "large")).isEmpty();
            assertThat(sent(topic, "other-0")).containsExactly(1);
            assertThat(sent(topic, "other-79")).containsExactly(1);
        }
    }

    @Test
    void parksATopicThatCannotBeAndSendsTheRest() throws Exception {
        String topic = "parking-name.parcel.changes";
        try (HandmadeService service =
                HandmadeService.on(database(), brokers).migrated().relaying()) {
            service.inTransaction(
                    () -> Parcels.of(service, "not a topic's name").weigh("lost"));
            service.inTransaction(() -> Parcels.of(service, topic).weigh("found"));
            await().atMost(Duration.ofSeconds(60)).until(service::isDrained);

            assertThat(onlyParked(service).error()).contains("InvalidTopicException");
            assertThat(sent(topic, "found")).containsExactly(1);
        }
    }

    @Test
    void parksAStateThatIsNoJsonWithoutHarmToTheBusinessTransaction() throws Exception {
        String topic = "parking-json.parcel.changes";
        try (HandmadeService service = HandmadeService.on(database(), brokers).migrated()) {
            Parcels parcels = Parcels.of(service, topic);
            service.inTransaction(() -> parcels.weigh("odd"));
            long unreadable = service.inTransaction(() -> {
                parcels.write("odd");
                return service.outbox().append(Change.changed(topic, "odd", "t", "s", new Object()));
            });
            service.inTransaction(() -> parcels.weigh("odd"));
            service.relaying();
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> service.monitor().status().depth() == 1);

            assertThat(parcels.weights()).containsEntry("odd", 3);
            assertThat(sent(topic, "odd"))
                    .as("what came before it is not held back")
                    .containsExactly(1);
            assertThat(onlyParked(service).releasable()).isFalse();
            assertThatThrownBy(
                            () -> service.inTransaction(() -> service.parked().release(unreadable)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("Discard it");

            service.inTransaction(() -> service.parked().discard(unreadable));
            await().atMost(Duration.ofSeconds(60)).until(service::isDrained);
            assertThat(sent(topic, "odd")).containsExactly(1, 3);
        }
    }

    @Test
    void saysWhetherAParkedChangeWasThere() throws Exception {
        try (HandmadeService service = HandmadeService.on(database(), brokers).migrated()) {
            assertThat(service.inTransaction(() -> service.parked().release(7))).isFalse();
            assertThat(service.inTransaction(() -> service.parked().discard(7))).isFalse();
        }
    }

    private static void createLimited(Admin admin, String topic) throws Exception {
        admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1)
                        .configs(Map.of("max.message.bytes", Integer.toString(LIMIT)))))
                .all()
                .get();
    }

    private static Database database() {
        return LocalParts.freshDatabase("parking");
    }

    /** @return the revision of the one that is too large: the second of four of its key */
    private static long weighOneTooLargeAmongOthers(HandmadeService service, Parcels parcels) throws Exception {
        service.inTransaction(() -> parcels.weigh("large"));
        service.inTransaction(() -> parcels.weigh("other"));
        long refused = service.inTransaction(() -> parcels.weigh("large", TOO_LARGE));
        service.inTransaction(() -> parcels.weigh("other"));
        service.inTransaction(() -> parcels.weigh("large"));
        service.inTransaction(() -> parcels.weigh("large"));
        service.inTransaction(() -> parcels.weigh("other"));
        return refused;
    }

    private static void awaitAllButTwoSent(HandmadeService service) {
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            OutboxStatus status = service.monitor().status();
            assertThat(status.depth()).isEqualTo(2);
            assertThat(status.parked()).isEqualTo(1);
        });
    }

    private static ParkedChange onlyParked(HandmadeService service) throws Exception {
        List<ParkedChange> parked = service.inTransaction(() -> service.parked().list(10, 0));
        assertThat(parked).hasSize(1);
        return parked.get(0);
    }

    private List<Integer> sent(String topic, String key) {
        return Events.on(topic, brokers).of(key).stream().map(Events::weight).toList();
    }

    private static Collection<AlterConfigOp> raisedLimit() {
        return List.of(new AlterConfigOp(
                new ConfigEntry("max.message.bytes", Integer.toString(10 * LIMIT)), AlterConfigOp.OpType.SET));
    }
}
