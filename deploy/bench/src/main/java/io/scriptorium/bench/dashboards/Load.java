package io.scriptorium.bench.dashboards;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/** Asks for one thing: one at a time, as fast as can be, or at a rate that is kept whatever the latency is. */
final class Load {
    private static final long LONGEST_NANOS = 60_000_000_000L;

    /** Latencies in nanoseconds, and what the service's statements took. */
    record Result(Histogram latency, Histogram database, long seconds) {
        double millis(double percentile) {
            return latency.getValueAtPercentile(percentile) / 1e6;
        }

        double databaseMillis(double percentile) {
            return database.getValueAtPercentile(percentile) / 1e6;
        }

        double perSecond() {
            return (double) latency.getTotalCount() / seconds;
        }
    }

    private final int port;
    private final byte[] request;
    private final boolean hits;

    /** @param hits whether every answer must be one */
    Load(int port, byte[] request, boolean hits) {
        this.port = port;
        this.request = request;
        this.hits = hits;
    }

    Result oneAtATime(int requests) throws IOException {
        Result result = empty(1);
        try (Connection connection = new Connection(port)) {
            for (int number = 0; number < requests; number++) {
                ask(connection, System.nanoTime(), result);
            }
        }
        return result;
    }

    Result saturated(int connections, int seconds) throws Exception {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        return together(connections, seconds, worker -> {
            Result result = empty(seconds);
            try (Connection connection = new Connection(port)) {
                while (System.nanoTime() < end) {
                    ask(connection, System.nanoTime(), result);
                }
            }
            return result;
        });
    }

    /** A latency counts from when the request was due, so that a pause counts for all who had to wait for its end. */
    Result atRate(int perSecond, int connections, int seconds) throws Exception {
        long interval = connections * 1_000_000_000L / perSecond;
        long begin = System.nanoTime() + 100_000_000L;
        long requests = (long) perSecond * seconds / connections;
        return together(connections, seconds, worker -> {
            Result result = empty(seconds);
            try (Connection connection = new Connection(port)) {
                for (long number = 0; number < requests; number++) {
                    long due = begin + number * interval + worker * interval / connections;
                    for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                        LockSupport.parkNanos(left);
                    }
                    ask(connection, due, result);
                }
            }
            return result;
        });
    }

    private void ask(Connection connection, long since, Result result) throws IOException {
        Connection.Answer answer = connection.ask(request);
        result.latency().recordValue(Math.min(System.nanoTime() - since, LONGEST_NANOS));
        result.database().recordValue((long) (answer.databaseMillis() * 1e6));
        if (answer.status() != 200 || answer.hit() != hits) {
            throw new IOException("Not what was to be measured: " + answer);
        }
    }

    private interface Worker {
        Result run(int number) throws Exception;
    }

    private static Result together(int workers, int seconds, Worker worker) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(workers);
        try {
            List<Future<Result>> running = new ArrayList<>();
            for (int number = 0; number < workers; number++) {
                int which = number;
                running.add(threads.submit((Callable<Result>) () -> worker.run(which)));
            }
            Result all = empty(seconds);
            for (Future<Result> each : running) {
                all.latency().add(each.get().latency());
                all.database().add(each.get().database());
            }
            return all;
        } catch (ExecutionException e) {
            throw (Exception) e.getCause();
        } finally {
            threads.shutdownNow();
        }
    }

    private static Result empty(long seconds) {
        return new Result(new Histogram(LONGEST_NANOS, 3), new Histogram(LONGEST_NANOS, 3), seconds);
    }
}
