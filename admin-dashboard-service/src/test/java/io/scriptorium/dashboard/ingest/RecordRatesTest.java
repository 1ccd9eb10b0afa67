package io.scriptorium.dashboard.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.scriptorium.dashboard.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class RecordRatesTest {
    private final MovableClock clock = new MovableClock(Instant.parse("2026-03-01T06:00:00Z"));
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final RecordRates rates = new RecordRates(clock, metrics);

    @Test
    void countsTheLastMinuteByTopic() {
        rates.count(records("a", 60));
        rates.count(records("b", 30));
        clock.advance(Duration.ofSeconds(30));
        rates.count(records("a", 60));
        clock.advance(Duration.ofSeconds(1));
        assertThat(rates.perSecond()).isEqualTo(Map.of("a", 2.0, "b", 0.5));
        clock.advance(Duration.ofSeconds(45));
        assertThat(rates.perSecond()).isEqualTo(Map.of("a", 1.0, "b", 0.0));
        clock.advance(Duration.ofHours(1));
        rates.count(records("a", 6));
        clock.advance(Duration.ofSeconds(1));
        assertThat(rates.perSecond()).containsEntry("a", 0.1);
        assertThat(metrics.counter("ingest.records", "topic", "a").count()).isEqualTo(126);
    }

    private static List<ConsumerRecord<String, byte[]>> records(String topic, int count) {
        return Collections.nCopies(count, new ConsumerRecord<>(topic, 0, 0, "key", null));
    }
}
