package io.scriptorium.writers.writer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.scriptorium.outbox.Outbox;
import io.scriptorium.owner.list.Filters;
import io.scriptorium.owner.list.ListParameters;
import io.scriptorium.platform.Caller;
import io.scriptorium.platform.MergePatch;
import io.scriptorium.platform.Page;
import io.scriptorium.platform.Problem;
import io.scriptorium.platform.Role;
import io.scriptorium.platform.Versions;
import io.scriptorium.writers.account.AccountService;
import io.scriptorium.writers.account.AccountView;
import io.scriptorium.writers.level.LevelService;
import io.scriptorium.writers.level.LevelView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Writers, each change with its event in one transaction: if the process dies anywhere in a method, neither is there;
 * once it has committed, both are.
 */
@ApplicationScoped
public class WriterService {
    private static final Set<WriterStatus> FIRST =
            EnumSet.of(WriterStatus.APPLIED, WriterStatus.PROBATION, WriterStatus.ACTIVE);

    private final WriterRepository writers;
    private final AccountService accounts;
    private final LevelService levels;
    private final Event<ClosedWriterView> closed;
    private final Outbox outbox;
    private final MergePatch mergePatch;
    private final Caller caller;
    private final Clock clock;
    private final Event<WriterView> made;

    WriterService(
            WriterRepository writers,
            AccountService accounts,
            LevelService levels,
            Event<ClosedWriterView> closed,
            Outbox outbox,
            MergePatch mergePatch,
            Caller caller,
            Clock clock,
            Event<WriterView> made) {
        this.writers = writers;
        this.accounts = accounts;
        this.levels = levels;
        this.closed = closed;
        this.outbox = outbox;
        this.mergePatch = mergePatch;
        this.caller = caller;
        this.clock = clock;
        this.made = made;
    }

    @Transactional
    WriterView create(CreateWriterRequest request) {
        AccountView account = accountOf(request);
        Instant now = clock.instant();
        WriterProfile writer = new WriterProfile();
        writer.tenant = account.websiteId().toString();
        writer.writerId = account.id();
        writer.createdAt = now;
        writer.become(firstStatus(request), null, now);
        if (isWriter()) {
            writer.lastActiveAt = now;
        }
        giveLevel(writer, request.levelId());
        writer.set(request.fields(), now);
        writers.add(writer);
        // Other features may have waited for the profile, and add to it what came before.
        made.fire(WriterView.of(writer, levelOf(writer)));
        return appended(writer);
    }

    @Transactional
    WriterView read(UUID id) {
        return writers.find(id)
                .filter(writer -> !isWriter() || writer.writerId().equals(caller.accountId()))
                .orElseThrow(() -> WriterRepository.noSuchWriter(id));
    }

    /** Writers see themselves alone. */
    @Transactional
    Page<WriterRowView> list(Filters filters, ListParameters parameters) {
        return writers.list(
                isWriter() ? filters.equal("w.writerId", Optional.of(caller.accountId())) : filters, parameters);
    }

    @Transactional(rollbackOn = Exception.class)
    WriterView update(UUID id, String ifMatch, JsonNode patch) throws JsonProcessingException {
        WriterProfile writer = writers.locked(id);
        if (isWriter() && !writer.writerId.equals(caller.accountId())) {
            throw WriterRepository.noSuchWriter(id);
        }
        Versions.requireMatch(ifMatch, writer.version);
        WriterFields before = writer.fields();
        WriterFields wanted = mergePatch.apply(before, patch, WriterFields.class);
        Instant now = clock.instant();
        if (isWriter()) {
            if (!wanted.isOwnEditOf(before)) {
                throw Problem.forbidden(
                        "Writers change their introduction, skills and availability; staff change the rest.");
            }
            writer.lastActiveAt = now;
        }
        if (!Objects.equals(wanted.levelId(), writer.levelId)) {
            giveLevel(writer, wanted.levelId());
        }
        writer.set(wanted, now);
        return published(writer);
    }

    /** That one leaves is announced within the transaction, while the writer is locked. */
    @Transactional
    WriterView changeStatus(UUID id, String ifMatch, ChangeWriterStatusRequest request) {
        WriterProfile writer = writers.locked(id);
        Versions.matchIfSent(ifMatch, writer.version);
        if (!writer.status.next().contains(request.status())) {
            throw Problem.illegalTransition(writer.status, request.status(), writer.status.next());
        }
        writer.become(request.status(), request.reason(), clock.instant());
        WriterView changed = published(writer);
        if (writer.status == WriterStatus.CLOSED) {
            closed.fire(new ClosedWriterView(writer.writerId));
        }
        return changed;
    }

    @Transactional
    WriterView review(UUID id, String ifMatch, int score) {
        WriterProfile writer = writers.locked(id);
        Versions.matchIfSent(ifMatch, writer.version);
        writer.review(score, clock.instant());
        return published(writer);
    }

    /** For other features: the writer of that account, if the caller's website has one; not locked. */
    @Transactional
    public Optional<WriterView> find(UUID writerId) {
        return writers.findByAccount(writerId);
    }

    /**
     * For other features: the same, and nothing changes the writer until the caller's transaction ends. Whoever locks
     * more than the writer locks the writer first.
     */
    @Transactional(TxType.MANDATORY)
    public Optional<WriterView> lock(UUID writerId) {
        return writers.lockedByAccount(writerId).map(writer -> WriterView.of(writer, levelOf(writer)));
    }

    /**
     * For other features: adds differences, negative ones too, to what the writer has done and earned, and publishes
     * the outcome. The writer stays locked until the caller's transaction ends.
     *
     * @param completedOrders how many more orders are completed
     * @param activeOrders how many more are under way
     * @param earnings how much more is earned in all, of orders and tips
     * @return false when the account has no profile, and nothing was changed
     */
    @Transactional(TxType.MANDATORY)
    public boolean add(UUID writerId, int completedOrders, int activeOrders, BigDecimal earnings) {
        Optional<WriterProfile> found = writers.lockedByAccount(writerId);
        found.ifPresent(writer -> {
            writer.add(completedOrders, activeOrders, earnings, clock.instant());
            published(writer);
        });
        return found.isPresent();
    }

    /** For other features: the writer has done something here just now. Locks and publishes, as {@link #add} does. */
    @Transactional(TxType.MANDATORY)
    public void seen(UUID writerId) {
        writers.lockedByAccount(writerId).ifPresent(writer -> {
            writer.seen(clock.instant());
            published(writer);
        });
    }

    private WriterView published(WriterProfile writer) {
        writers.flush();
        return appended(writer);
    }

    private WriterView appended(WriterProfile writer) {
        LevelView level = levelOf(writer);
        outbox.append(WriterChange.changed(writer, level));
        return WriterView.of(writer, level);
    }

    /** Read after the writer was locked: see {@link LevelService#find}. Null while the writer has none. */
    private LevelView levelOf(WriterProfile writer) {
        return new WriterLevels(levels).of(writer);
    }

    private void giveLevel(WriterProfile writer, UUID levelId) {
        if (levelId != null) {
            levels.findToGive(levelId)
                    .filter(level -> level.websiteId().toString().equals(writer.tenant))
                    .orElseThrow(WriterRepository::noSuchLevel);
        }
    }

    private AccountView accountOf(CreateWriterRequest request) {
        UUID wanted = request.writerId();
        if (isWriter()) {
            if (wanted != null && !wanted.equals(caller.accountId())) {
                throw WriterRepository.noSuchAccount();
            }
            wanted = caller.accountId();
        }
        if (wanted == null) {
            throw Problem.invalid("writer_id", "must not be null");
        }
        return accounts.find(wanted)
                .filter(account -> account.role() == Role.WRITER)
                .orElseThrow(WriterRepository::noSuchAccount);
    }

    private WriterStatus firstStatus(CreateWriterRequest request) {
        WriterStatus wanted = request.status();
        if (isWriter()) {
            if (wanted != null && wanted != WriterStatus.APPLIED
                    || request.levelId() != null
                    || Boolean.TRUE.equals(request.verified())) {
                throw Problem.forbidden("Writers apply; staff decide on status, level_id and verified.");
            }
            return WriterStatus.APPLIED;
        }
        if (wanted != null && !FIRST.contains(wanted)) {
            throw Problem.invalid("status", "must be one of applied, probation, active to begin with");
        }
        return wanted == null ? WriterStatus.ACTIVE : wanted;
    }

    private boolean isWriter() {
        return caller.role() == Role.WRITER;
    }
}
