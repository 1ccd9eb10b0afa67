package io.scriptorium.dashboard.ingest;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Every projection, by topic; in the topics' order, so that all replicas lock in the same one. */
@ApplicationScoped
public class Projections {
    private final SortedMap<String, Projection> byTopic = new TreeMap<>();

    Projections(@All List<Projection> all) {
        for (Projection projection : all) {
            if (byTopic.put(projection.topic(), projection) != null) {
                throw new IllegalStateException("two projections read " + projection.topic());
            }
        }
    }

    public Collection<String> topics() {
        return byTopic.keySet();
    }

    Optional<Projection> of(String topic) {
        return Optional.ofNullable(byTopic.get(topic));
    }

    Collection<Projection> inOrder() {
        return byTopic.values();
    }
}
