package io.scriptorium.owner.inbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/**
 * Takes a batch of other services' changes all the way, so that it may be acknowledged.
 *
 * <p>The changes of one website become one transaction, of each aggregate only the newest; a Hibernate session has one
 * tenant. If that does not come through, for whatever reason, each change gets a transaction of its own, and the one
 * that can never be applied is kept as refused.
 *
 * <p>If the process dies between any two lines, the batch comes again, to this replica or another: what was committed is
 * not newer than itself and is passed over, what was not is applied, and what was refused and kept is refused again and
 * found to be kept. The number of refused records that is counted may then be higher than the number kept.
 */
@ApplicationScoped
class Inbox {
    private static final Logger LOG = Logger.getLogger(Inbox.class);

    private final ChangeHandlers handlers;
    private final InboxTransaction transaction;
    private final RefusedTable refused;
    private final MeterRegistry metrics;
    private final Timer taken;
    private final Counter records;
    private volatile boolean stopping;

    Inbox(ChangeHandlers handlers, InboxTransaction transaction, RefusedTable refused, MeterRegistry metrics) {
        this.handlers = handlers;
        this.transaction = transaction;
        this.refused = refused;
        this.metrics = metrics;
        this.taken = Timer.builder("inbox.batch")
                .description("From a batch's arrival until it may be acknowledged")
                .register(metrics);
        this.records = Counter.builder("inbox.records")
                .description("Records taken, refused ones included")
                .register(metrics);
    }

    /** From now on the parts of the service end one after another, and what fails says nothing about a change. */
    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    /** @throws RuntimeException when not all was taken: the database is away or busy. Give the batch again. */
    void take(List<ConsumerRecord<String, byte[]>> batch) {
        Timer.Sample started = Timer.start();
        byTenant(batch).forEach(this::takeTogether);
        records.increment(batch.size());
        started.stop(taken);
    }

    private Map<String, List<Arrival>> byTenant(List<ConsumerRecord<String, byte[]>> batch) {
        Map<String, List<Arrival>> byTenant = new TreeMap<>();
        for (ConsumerRecord<String, byte[]> record : batch) {
            try {
                Arrival arrival = Arrival.of(record, handlers);
                byTenant.computeIfAbsent(arrival.tenant(), none -> new ArrayList<>())
                        .add(arrival);
            } catch (UnreadableChange unreadable) {
                keep(record, unreadable.getMessage());
            }
        }
        return byTenant;
    }

    private void takeTogether(String tenant, List<Arrival> arrivals) {
        List<Arrival> newest = arrivals.stream()
                .collect(Collectors.toMap(Arrival::aggregate, Function.identity(), Arrival::newer))
                .values()
                .stream()
                .sorted(Arrival.IN_ORDER)
                .toList();
        try {
            transaction.apply(tenant, newest, () -> {});
        } catch (RuntimeException notTogether) {
            LOG.debugf("%d changes of one website are taken one by one: %s", newest.size(), notTogether.getClass());
            arrivals.forEach(this::takeAlone);
        }
    }

    private void takeAlone(Arrival arrival) {
        try {
            transaction.apply(arrival.tenant(), List.of(arrival), () -> {});
        } catch (RuntimeException failure) {
            Optional<String> cause = Refusal.causeOf(failure);
            if (cause.isEmpty() || stopping) {
                throw failure;
            }
            keep(arrival.record(), cause.get());
        }
    }

    private void keep(ConsumerRecord<String, byte[]> record, String cause) {
        refused.keep(record, cause);
        LOG.warnf(
                "Refused a change from %s, partition %d, offset %d: %s",
                record.topic(), record.partition(), record.offset(), cause);
        Counter.builder("inbox.refused")
                .description("Records that could not be applied, and are kept")
                .tag("topic", record.topic())
                .register(metrics)
                .increment();
    }
}
