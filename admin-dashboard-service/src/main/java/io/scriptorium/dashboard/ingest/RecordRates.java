package io.scriptorium.dashboard.ingest;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** How many records this replica has taken of each topic, dead letters included, and how many a second of late. */
@ApplicationScoped
public class RecordRates {
    static final int WINDOW_SECONDS = 60;

    private final Map<String, Window> windows = new ConcurrentHashMap<>();
    private final Clock clock;
    private final MeterRegistry metrics;

    RecordRates(Clock clock, MeterRegistry metrics) {
        this.clock = clock;
        this.metrics = metrics;
    }

    /** Per topic, over the last whole minute. */
    public Map<String, Double> perSecond() {
        long now = clock.instant().getEpochSecond();
        Map<String, Double> rates = new TreeMap<>();
        windows.forEach((topic, window) -> rates.put(topic, (double) window.sum(now) / WINDOW_SECONDS));
        return rates;
    }

    void count(List<ConsumerRecord<String, byte[]>> records) {
        long now = clock.instant().getEpochSecond();
        records.stream()
                .collect(Collectors.groupingBy(ConsumerRecord::topic, Collectors.counting()))
                .forEach((topic, count) -> {
                    windows.computeIfAbsent(topic, none -> new Window()).add(now, count);
                    counter(topic).increment(count);
                });
    }

    private Counter counter(String topic) {
        return Counter.builder("ingest.records")
                .tag("topic", topic)
                .description("Records taken, dead letters included")
                .register(metrics);
    }

    /** One bucket a second; a bucket that comes round again begins anew. */
    private static final class Window {
        private final long[] seconds = new long[WINDOW_SECONDS + 1];
        private final long[] counts = new long[WINDOW_SECONDS + 1];

        synchronized void add(long second, long count) {
            int bucket = (int) (second % seconds.length);
            if (seconds[bucket] != second) {
                seconds[bucket] = second;
                counts[bucket] = 0;
            }
            counts[bucket] += count;
        }

        /** Of the seconds before this one, which has not ended. */
        synchronized long sum(long now) {
            long sum = 0;
            for (int bucket = 0; bucket < seconds.length; bucket++) {
                if (seconds[bucket] < now && seconds[bucket] >= now - WINDOW_SECONDS) {
                    sum += counts[bucket];
                }
            }
            return sum;
        }
    }
}
