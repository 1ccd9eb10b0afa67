package io.scriptorium.writers.earning;

import io.scriptorium.writers.writer.WriterService;
import io.scriptorium.writers.writer.WriterView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.UUID;

/**
 * Keeps the sums. What is told of a tip or an order replaces what was told before: its old share is taken out of the
 * sums that it is in, and its new one added, in the transaction of the change. So a state told twice changes nothing,
 * and one that was never told is made up for by the next.
 */
@ApplicationScoped
class EarningBook {
    private final EarningRepository earnings;
    private final WriterService writers;
    private final WriterLock lock;
    private final Clock clock;

    EarningBook(EarningRepository earnings, WriterService writers, WriterLock lock, Clock clock) {
        this.earnings = earnings;
        this.writers = writers;
        this.lock = lock;
        this.clock = clock;
    }

    @Transactional(TxType.MANDATORY)
    void enter(SourceId id, UUID website, Contribution now) {
        EarningSource source = earnings.source(id).orElseGet(() -> earnings.addSource(id, website.toString()));
        lock.take(source.writerId, now.writerId());
        earnings.readAgainIfWaiting(source);
        Differences differences = new Differences();
        if (source.counted && source.writerId != null) {
            differences.take(source);
        }
        source.become(now);
        count(source, differences);
        apply(differences);
    }

    /** A tip or an order that is gone gives nothing. */
    @Transactional(TxType.MANDATORY)
    void strike(SourceId id) {
        earnings.source(id).ifPresent(source -> {
            enter(id, null, Contribution.NONE);
            earnings.remove(source);
        });
    }

    /** What came before the writer's profile did. */
    @Transactional(TxType.MANDATORY)
    void enterWhatWaits(@Observes WriterView made) {
        lock.take(made.writerId());
        Differences differences = new Differences();
        earnings.waiting(made.writerId(), made.websiteId().toString()).forEach(source -> count(source, differences));
        apply(differences);
    }

    private void count(EarningSource source, Differences differences) {
        if (source.writerId == null) {
            source.counted = true;
            return;
        }
        writers.lock(source.writerId).ifPresent(writer -> {
            if (source.completedAt != null && source.period == null) {
                source.period = scheduleOf(writer).periodOf(source.completedAt);
            }
            source.counted = true;
            differences.add(source);
        });
    }

    private void apply(Differences differences) {
        differences.periods().forEach((period, difference) -> {
            if (!difference.isNothing()) {
                earnings.ofPeriod(period, clock.instant())
                        .add(difference.earned(), difference.tips(), difference.orders(), clock.instant());
            }
        });
        differences.writers().forEach((writer, difference) -> {
            if (!difference.isNothing()) {
                writers.add(writer, difference.completed(), difference.active(), difference.earned());
            }
        });
    }

    private static PaySchedule scheduleOf(WriterView writer) {
        Enum<?> schedule = writer.paymentSchedule();
        return PaySchedule.valueOf(schedule.name());
    }
}
