package io.scriptorium.outbox;

import io.scriptorium.outbox.Delivery.Refusal;
import io.scriptorium.outbox.OutboxRow.Line;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnsupportedForMessageFormatException;

/**
 * Sends one batch. A row starts only when the broker has its predecessor of the same key: so a row that is refused can
 * hold back its successors, and the order of a key never depends on how a producer retries. Rows of different keys are
 * in flight together.
 */
final class BatchSend {
    /**
     * After a failure the answers that are under way are still taken in, for this long at most: a record that is refused
     * fails those that travelled with it, and their answers may come first.
     */
    private static final Duration LAST_ANSWERS = Duration.ofSeconds(1);

    private static final List<Class<? extends KafkaException>> PERMANENT = List.of(
            RecordTooLargeException.class,
            RecordBatchTooLargeException.class,
            InvalidRecordException.class,
            InvalidTopicException.class,
            SerializationException.class,
            UnsupportedForMessageFormatException.class);

    private record Answer(OutboxRow row, Exception error) {}

    private final Producer<String, byte[]> producer;
    private final EventFormat format;
    private final int maxInFlight;
    private final Map<Line, Deque<OutboxRow>> waiting = new HashMap<>();
    private final Deque<OutboxRow> ready = new ArrayDeque<>();
    /** Never longer than the batch. */
    private final BlockingQueue<Answer> answers = new LinkedBlockingQueue<>();

    private final List<Long> sent = new ArrayList<>();
    private final List<Refusal> refused = new ArrayList<>();
    private long deadline;
    private int inFlight;
    private Exception failure;

    /** @param maxInFlight how many rows, of different keys, may be in flight together */
    BatchSend(
            Producer<String, byte[]> producer,
            EventFormat format,
            Duration timeout,
            int maxInFlight,
            List<OutboxRow> rows) {
        this.producer = producer;
        this.format = format;
        this.maxInFlight = maxInFlight;
        this.deadline = System.nanoTime() + timeout.toNanos();
        for (OutboxRow row : rows) {
            Deque<OutboxRow> line = waiting.get(row.line());
            if (line == null) {
                waiting.put(row.line(), new ArrayDeque<>());
                ready.add(row);
            } else {
                line.add(row);
            }
        }
    }

    Delivery send() throws InterruptedException {
        while (inFlight > 0 || mayStart()) {
            if (mayStart()) {
                start(ready.remove());
                // A send that fails at once, as for want of any broker, must be seen before the next one is tried.
                takeThoseThatAreThere();
            } else {
                Answer answer = answers.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (answer == null) {
                    fail(new TimeoutException(inFlight + " records were not answered in time"));
                    break;
                }
                take(answer);
            }
        }
        return new Delivery(List.copyOf(sent), List.copyOf(refused), failure);
    }

    private boolean mayStart() {
        return failure == null && !ready.isEmpty() && inFlight < maxInFlight;
    }

    private void start(OutboxRow row) {
        inFlight++;
        try {
            producer.send(format.record(row), (metadata, error) -> answers.add(new Answer(row, error)));
        } catch (KafkaException e) {
            answers.add(new Answer(row, e));
        }
    }

    private void takeThoseThatAreThere() {
        for (Answer answer = answers.poll(); answer != null; answer = answers.poll()) {
            take(answer);
        }
    }

    private void take(Answer answer) {
        inFlight--;
        if (answer.error() == null) {
            sent.add(answer.row().id());
            OutboxRow next = waiting.get(answer.row().line()).poll();
            if (next != null) {
                ready.add(next);
            }
        } else if (isPermanent(answer.error())) {
            refused.add(new Refusal(answer.row(), answer.error()));
        } else {
            fail(answer.error());
        }
    }

    private void fail(Exception cause) {
        if (failure == null) {
            failure = cause;
            deadline = Math.min(deadline, System.nanoTime() + LAST_ANSWERS.toNanos());
        }
    }

    private static boolean isPermanent(Exception error) {
        return PERMANENT.stream().anyMatch(type -> type.isInstance(error));
    }
}
