package io.scriptorium.owner.inbox;

import java.util.Comparator;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A record that was understood: whose it is, and who handles it. */
record Arrival(ConsumerRecord<String, byte[]> record, ReceivedChange change, ChangeHandler handler, String tenant) {
    /** The same in all replicas, so that they lock in the same order. */
    static final Comparator<Arrival> IN_ORDER = Comparator.comparing(
                    (Arrival arrival) -> arrival.change().topic())
            .thenComparing(arrival -> arrival.change().key());

    /** @throws UnreadableChange when it is not what its topic carries */
    static Arrival of(ConsumerRecord<String, byte[]> record, ChangeHandlers handlers) {
        ReceivedChange change = ReceivedChange.of(record);
        ChangeHandler handler = handlers.of(change);
        return new Arrival(record, change, handler, handler.tenantOf(change));
    }

    static Arrival newer(Arrival one, Arrival other) {
        return one.change().revision() >= other.change().revision() ? one : other;
    }

    String aggregate() {
        return change.topic() + " " + change.key();
    }
}
