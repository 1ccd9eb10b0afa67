package io.scriptorium.dashboard.ingest;

import io.scriptorium.dashboard.Event;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Random events, mistreated in every way that Kafka may: duplicates near and far, neighbours out of order, deletions,
 * two replicas at once, and all of it once more. What it leaves is what a plain recount has to count.
 *
 * @param <S> an aggregate's state, as the test counts it
 */
public final class RandomHistory<S> {
    /** What events there are. */
    public interface Kind<S> {
        /** The next state of an aggregate. @param before null when it is new, or was deleted */
        S next(Random random, UUID id, S before);

        Event changed(UUID id, long revision, S state);

        Event deleted(UUID id, long revision);
    }

    private static final int BATCH = 500;

    private final ChangeBatches batches;
    private final Kind<S> kind;
    private final Random random;
    private final Map<UUID, S> alive = new HashMap<>();

    public RandomHistory(ChangeBatches batches, Kind<S> kind, long seed) {
        this.batches = batches;
        this.kind = kind;
        this.random = new Random(seed);
    }

    /** @return the last state of each aggregate that is left */
    public Map<UUID, S> take(int aggregates, int events) throws Exception {
        List<Event> history = history(aggregates, events);
        List<List<ConsumerRecord<String, byte[]>>> mistreated = inBatches(mistreated(history));
        // Two replicas at once, as during a rebalance.
        ExecutorService replicas = Executors.newFixedThreadPool(2);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int replica = 0; replica < 2; replica++) {
                int first = replica;
                running.add(replicas.submit(() -> {
                    for (int i = first; i < mistreated.size(); i += 2) {
                        takePatiently(mistreated.get(i));
                    }
                    return null;
                }));
            }
            for (Future<?> each : running) {
                each.get();
            }
        } finally {
            replicas.shutdownNow();
        }
        // A replay of all of it, from the beginning.
        for (List<ConsumerRecord<String, byte[]>> batch : inBatches(history)) {
            takePatiently(batch);
        }
        // Late duplicates, which nothing newer follows: only their revisions tell that they are old.
        List<Event> late = new ArrayList<>(history);
        Collections.shuffle(late, random);
        for (List<ConsumerRecord<String, byte[]>> batch : inBatches(late.subList(0, history.size() / 10))) {
            takePatiently(batch);
        }
        return Map.copyOf(alive);
    }

    private List<Event> history(int aggregates, int events) {
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < aggregates; i++) {
            ids.add(UUID.randomUUID());
        }
        List<Event> history = new ArrayList<>(events);
        for (int revision = 1; revision <= events; revision++) {
            UUID id = ids.get(random.nextInt(aggregates));
            if (random.nextInt(10) == 0) {
                alive.remove(id);
                history.add(kind.deleted(id, revision));
            } else {
                S state = kind.next(random, id, alive.get(id));
                alive.put(id, state);
                history.add(kind.changed(id, revision, state));
            }
        }
        return history;
    }

    private List<Event> mistreated(List<Event> history) {
        List<Event> mistreated = new ArrayList<>(history);
        for (int i = 0; i < history.size() / 10; i++) {
            mistreated.add(random.nextInt(mistreated.size()), history.get(random.nextInt(history.size())));
        }
        for (int from = 0; from < mistreated.size(); from += 1_000) {
            if (random.nextBoolean()) {
                Collections.shuffle(mistreated.subList(from, Math.min(from + 1_000, mistreated.size())), random);
            }
        }
        return mistreated;
    }

    private static List<List<ConsumerRecord<String, byte[]>>> inBatches(List<Event> events) {
        List<List<ConsumerRecord<String, byte[]>>> all = new ArrayList<>();
        for (int from = 0; from < events.size(); from += BATCH) {
            List<ConsumerRecord<String, byte[]>> batch = new ArrayList<>();
            for (Event event : events.subList(from, Math.min(from + BATCH, events.size()))) {
                batch.add(event.readAt(from));
            }
            all.add(batch);
        }
        return all;
    }

    /** As the consumer does: a deadlock between replicas is no loss, the batch comes again. */
    private void takePatiently(List<ConsumerRecord<String, byte[]>> batch) throws SQLException {
        for (int attempt = 1; ; attempt++) {
            try {
                batches.take(batch);
                return;
            } catch (SQLException e) {
                if (!"40P01".equals(e.getSQLState()) || attempt == 10) {
                    throw e;
                }
            }
        }
    }
}
