package io.scriptorium.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.NotEnoughReplicasException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class BatchSendTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(50);

    /** Never mind in what order a real broker answers: here the last that is in flight is answered first. */
    private final Broker broker = new Broker();

    @Test
    void sendsEveryRowAndNeverTwoOfOneKeyAtOnce() throws Exception {
        Delivery delivery = send(LONG, row(1, "a"), row(2, "b"), row(3, "a"), row(4, "a"), row(5, "c"), row(6, "b"));

        assertThat(delivery.sent()).containsExactlyInAnyOrder(1L, 2L, 3L, 4L, 5L, 6L);
        assertThat(delivery.failure()).isNull();
        assertThat(broker.revisionsOf("a")).containsExactly(1L, 3L, 4L);
        assertThat(broker.revisionsOf("b")).containsExactly(2L, 6L);
        assertThat(broker.mostInFlightOfOneKey).isEqualTo(1);
        assertThat(broker.mostInFlight).as("different keys go together").isEqualTo(3);
    }

    @Test
    void sendsOneByOneWhereThatIsAsked() throws Exception {
        broker.expected = 1;

        Delivery delivery = new BatchSend(
                        broker, new EventFormat("/test"), LONG, 1, List.of(row(1, "a"), row(2, "b"), row(3, "a")))
                .send();

        assertThat(delivery.sent()).containsExactlyInAnyOrder(1L, 2L, 3L);
        assertThat(broker.mostInFlight).isEqualTo(1);
    }

    @Test
    void holdsBackTheSuccessorsOfARefusedRowAndNothingElse() throws Exception {
        broker.answer(2, new RecordTooLargeException("too large"));

        Delivery delivery = send(LONG, row(1, "a"), row(2, "a"), row(3, "b"), row(4, "a"), row(5, "b"));

        assertThat(delivery.sent()).containsExactlyInAnyOrder(1L, 3L, 5L);
        assertThat(delivery.refused()).extracting(refusal -> refusal.row().id()).containsExactly(2L);
        assertThat(delivery.refused().get(0).error()).isEqualTo("RecordTooLargeException: too large");
        assertThat(delivery.failure()).isNull();
        assertThat(broker.revisionsOf("a")).doesNotContain(4L);
    }

    @Test
    void startsNothingMoreAfterAFailureThatMayPass() throws Exception {
        broker.answer(1, new NotEnoughReplicasException("two of three are gone"));

        Delivery delivery = send(LONG, row(1, "a"), row(2, "b"), row(3, "a"), row(4, "b"));

        assertThat(delivery.failure()).isInstanceOf(NotEnoughReplicasException.class);
        assertThat(delivery.sent()).containsExactly(2L);
        assertThat(delivery.refused()).isEmpty();
        assertThat(broker.revisionsOf("a")).containsExactly(1L);
    }

    @Test
    void stopsAtTheFirstSendThatFailsAtOnce() throws Exception {
        broker.failAtOnce = true;

        Delivery delivery = send(LONG, row(1, "a"), row(2, "b"), row(3, "c"));

        assertThat(delivery.failure()).isInstanceOf(TimeoutException.class);
        assertThat(delivery.sent()).isEmpty();
        assertThat(broker.sends).isEqualTo(1);
    }

    @Test
    void findsTheRefusedRowThoughItsCompanionsFailFirst() throws Exception {
        broker.answer(2, new KafkaException("a record of the same batch was refused"));
        broker.answer(1, new RecordTooLargeException("too large"));

        Delivery delivery = send(LONG, row(1, "a"), row(2, "b"));

        assertThat(broker.answered).containsExactly(2L, 1L);
        assertThat(delivery.refused()).extracting(refusal -> refusal.row().id()).containsExactly(1L);
        assertThat(delivery.failure()).hasMessageContaining("same batch");
    }

    @Test
    void givesUpWhenTheBrokerDoesNotAnswer() throws Exception {
        broker.silent = true;

        Delivery delivery = send(SHORT, row(1, "a"), row(2, "b"));

        assertThat(delivery.failure()).isInstanceOf(TimeoutException.class).hasMessageContaining("2 records");
        assertThat(delivery.sent()).isEmpty();
    }

    private Delivery send(Duration timeout, OutboxRow... rows) throws InterruptedException {
        broker.expected =
                (int) Arrays.stream(rows).map(OutboxRow::key).distinct().count();
        return new BatchSend(broker, new EventFormat("/test"), timeout, Integer.MAX_VALUE, List.of(rows)).send();
    }

    private static OutboxRow row(long id, String key) {
        return new OutboxRow(
                id, UUID.randomUUID(), "topic", key, "changed", "schema", new byte[] {1}, null, Instant.EPOCH);
    }

    /** Answers when all that can be in flight at first is, then each send as it comes. */
    private static final class Broker extends MockProducer<String, byte[]> {
        private final Map<Long, RuntimeException> errors = new HashMap<>();
        private final List<Flight> inFlight = new ArrayList<>();
        private final List<ProducerRecord<String, byte[]>> received = new ArrayList<>();
        private final List<Long> answered = new ArrayList<>();
        private int expected;
        private int sends;
        private long mostInFlightOfOneKey;
        private int mostInFlight;
        private boolean silent;
        private boolean failAtOnce;

        private record Flight(ProducerRecord<String, byte[]> record, Callback callback) {}

        Broker() {
            super(false, null, new StringSerializer(), new ByteArraySerializer());
        }

        void answer(long revision, RuntimeException error) {
            errors.put(revision, error);
        }

        List<Long> revisionsOf(String key) {
            return received.stream()
                    .filter(record -> record.key().equals(key))
                    .map(Broker::revision)
                    .toList();
        }

        @Override
        public synchronized Future<RecordMetadata> send(ProducerRecord<String, byte[]> record, Callback callback) {
            sends++;
            if (failAtOnce) {
                throw new TimeoutException("no metadata");
            }
            received.add(record);
            inFlight.add(new Flight(record, callback));
            mostInFlight = Math.max(mostInFlight, inFlight.size());
            mostInFlightOfOneKey = Math.max(
                    mostInFlightOfOneKey,
                    inFlight.stream()
                            .filter(flight -> flight.record().key().equals(record.key()))
                            .count());
            if (!silent && sends >= expected) {
                while (!inFlight.isEmpty()) {
                    Flight last = inFlight.remove(inFlight.size() - 1);
                    long revision = revision(last.record());
                    answered.add(revision);
                    last.callback().onCompletion(null, errors.get(revision));
                }
            }
            return null;
        }

        private static long revision(ProducerRecord<String, byte[]> record) {
            return Long.parseLong(
                    new String(record.headers().lastHeader("ce_revision").value()));
        }
    }
}
