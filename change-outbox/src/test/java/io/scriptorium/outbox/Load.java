package io.scriptorium.outbox;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;

/** Several threads that change random keys. */
final class Load {
    /** One change of one key. */
    interface Change {
        void make(String key) throws Exception;
    }

    private Load() {}

    /** Fails with the first change that fails. */
    static void run(int threads, int changesEach, int keys, Change change) throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                running.add(writers.submit(() -> {
                    for (int i = 0; i < changesEach; i++) {
                        change.make("parcel-" + ThreadLocalRandom.current().nextInt(keys));
                    }
                    return null;
                }));
            }
            for (Future<?> writer : running) {
                writer.get();
            }
        } finally {
            writers.shutdownNow();
        }
    }
}
