package io.scriptorium.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jboss.logging.Logger;

/**
 * Brings what is in the outbox to Kafka, for as long as the process lives. Every replica has one; an advisory lock
 * lets one of them work at a time, batch by batch ({@link RelayBatch} says what a crash leaves behind).
 *
 * <p>The rows are read by id. Ids are given out before the commit, so a row may appear behind others that were sent
 * already; it is then simply the next to go. For one key that cannot happen, since the row lock of its aggregate lets one
 * transaction after the other append (see {@link Outbox}).
 *
 * <p>Whatever fails is tried again for ever, with growing pauses. A service gets one by injection; a program without
 * CDI makes one, starts it and closes it.
 */
@Singleton
public final class Relay implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Relay.class);
    private static final Duration STOPPED_WITHIN = Duration.ofSeconds(5);
    /** While another replica has the lock, the least pause between two tries. */
    private static final Duration LOCK_PAUSE = Duration.ofMillis(10);
    /** What is added to it unless a commit wakes this one: at first this, then twice as much, up to the poll. */
    private static final Duration LOCK_RETRY = Duration.ofMillis(5);

    private final RelayBatch batch;
    private final KafkaSender sender;
    private final OutboxMetrics metrics;
    private final Duration pollInterval;
    private final BackOff failureBackOff;
    private final BackOff lockBackOff;
    /** One place: several wake-ups before the next look are one. */
    private final BlockingQueue<Boolean> wakes = new ArrayBlockingQueue<>(1);

    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread;
    private final List<String> topics;
    private boolean prepared;
    private volatile String trouble;
    private Instant failingSince;

    /**
     * @param dataSource gives connections that take part in no JTA transaction on the relay's own thread
     * @param kafka the service's settings for all Kafka clients; {@code bootstrap.servers} at least
     */
    @Inject
    public Relay(
            DataSource dataSource,
            OutboxConfig config,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            MeterRegistry registry) {
        OutboxConfig.Relay settings = config.relay();
        Map<String, Object> producer = KafkaSettings.producer(kafka, config.kafka());
        Map<String, Object> admin = KafkaSettings.admin(kafka, config.kafka());
        this.sender = new KafkaSender(
                () -> new KafkaProducer<>(producer, new StringSerializer(), new ByteArraySerializer()),
                new TopicSetup(() -> Admin.create(admin), config.topic(), config.topicSettings()),
                new EventFormat(config.source()),
                settings.sendTimeout());
        this.topics = config.topics().orElse(List.of());
        this.metrics = new OutboxMetrics(registry);
        this.batch = new RelayBatch(dataSource, sender, metrics, settings.batchSize());
        this.pollInterval = settings.pollInterval();
        this.failureBackOff = new BackOff(settings.backOffMin(), settings.backOffMax());
        this.lockBackOff = new BackOff(LOCK_RETRY, settings.pollInterval());
        this.thread = new Thread(this::run, "change-outbox-relay");
        this.thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    /** Has it look into the outbox now rather than at the next poll. Never blocks. */
    public void wake() {
        wakes.offer(Boolean.TRUE);
    }

    public boolean isAlive() {
        return thread.isAlive();
    }

    /** Why the last attempt failed, for people; empty when it did not. */
    public Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    /** Ends after the batch that is under way, or gives it up if it takes long. */
    @Override
    public void close() {
        stopping.countDown();
        wake();
        try {
            thread.join(STOPPED_WITHIN.toMillis());
            if (thread.isAlive()) {
                thread.interrupt();
                thread.join(STOPPED_WITHIN.toMillis());
            }
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (stopping.getCount() > 0) {
                attempt();
            }
        } catch (InterruptedException givenUp) {
            LOG.debug("The batch under way was given up; it is sent again by whoever relays next");
        } finally {
            sender.close();
        }
    }

    private void attempt() throws InterruptedException {
        RelayBatch.Outcome outcome;
        try {
            if (!prepared) {
                sender.prepare(topics);
                prepared = true;
            }
            outcome = batch.relay();
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            failed(e);
            // Not ended by a wake-up: while Kafka is away, every commit of the service would cause an attempt.
            stopping.await(failureBackOff.next().toMillis(), TimeUnit.MILLISECONDS);
            return;
        }
        if (outcome == RelayBatch.Outcome.LOCKED_ELSEWHERE) {
            // Whoever has the lock may have looked before the commit that woke this one, so it is tried again soon, but
            // not at once: under load every commit of this process would ask in vain.
            stopping.await(LOCK_PAUSE.toMillis(), TimeUnit.MILLISECONDS);
            pause(lockBackOff.next());
            return;
        }
        lockBackOff.reset();
        recovered();
        if (outcome == RelayBatch.Outcome.DONE) {
            pause(pollInterval);
        }
    }

    private void pause(Duration atMost) throws InterruptedException {
        wakes.poll(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void failed(Exception e) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        metrics.failed();
        trouble = e.getMessage() == null ? e.toString() : e.getMessage();
        if (failingSince == null) {
            failingSince = Instant.now();
            LOG.warnf("Changes cannot be relayed for now; they are kept and tried again until they can: %s", trouble);
        }
    }

    private void recovered() {
        if (failingSince != null) {
            LOG.infof("Changes are relayed again, after %s", Duration.between(failingSince, Instant.now()));
            failingSince = null;
            trouble = null;
            failureBackOff.reset();
        }
    }
}
