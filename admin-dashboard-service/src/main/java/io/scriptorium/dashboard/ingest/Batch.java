package io.scriptorium.dashboard.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Some records: those that were understood, as rows per projection, and those that were not. */
final class Batch {
    private final Map<Projection, List<Object>> rows = new HashMap<>();
    private final List<DeadLetter> deadLetters = new ArrayList<>();

    static Batch read(Iterable<ConsumerRecord<String, byte[]>> records, Projections projections) {
        Batch batch = new Batch();
        records.forEach(record -> batch.add(record, projections));
        return batch;
    }

    /** Nothing but one record that the database has refused. */
    static Batch refused(DeadLetter letter) {
        Batch batch = new Batch();
        batch.deadLetters.add(letter);
        return batch;
    }

    /** As {@link Projection#row} made them. */
    List<Object> rows(Projection projection) {
        return rows.getOrDefault(projection, List.of());
    }

    List<DeadLetter> deadLetters() {
        return List.copyOf(deadLetters);
    }

    private void add(ConsumerRecord<String, byte[]> record, Projections projections) {
        try {
            Projection projection = projections
                    .of(record.topic())
                    .orElseThrow(() -> new UnreadableChange("nothing here reads this topic"));
            ChangeRecord change = ChangeRecord.of(record);
            if (!projection.types().contains(change.type())) {
                throw new UnreadableChange("the type " + change.type() + " is unknown here");
            }
            rows.computeIfAbsent(projection, none -> new ArrayList<>()).add(projection.row(change));
        } catch (UnreadableChange unreadable) {
            deadLetters.add(new DeadLetter(record, unreadable.getMessage()));
        }
    }
}
