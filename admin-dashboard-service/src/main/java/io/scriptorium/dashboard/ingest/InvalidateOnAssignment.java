package io.scriptorium.dashboard.ingest;

import io.scriptorium.dashboard.cache.CacheInvalidation;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/** Whoever had these partitions before may have died between a commit and its invalidation. */
@ApplicationScoped
@Identifier("invalidate-on-assignment")
class InvalidateOnAssignment implements KafkaConsumerRebalanceListener {
    private final CacheInvalidation cache;

    InvalidateOnAssignment(CacheInvalidation cache) {
        this.cache = cache;
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        cache.invalidateEverything();
    }
}
