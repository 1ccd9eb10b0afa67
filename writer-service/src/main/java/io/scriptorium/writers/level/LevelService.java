package io.scriptorium.writers.level;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.scriptorium.owner.list.Filters;
import io.scriptorium.owner.list.ListParameters;
import io.scriptorium.platform.Caller;
import io.scriptorium.platform.MergePatch;
import io.scriptorium.platform.Page;
import io.scriptorium.platform.Problem;
import io.scriptorium.platform.Versions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/**
 * Levels of writers. They have no event of their own: each writer's has the level, so a change of one is announced
 * within its transaction, as a {@link LevelView}, to whoever publishes writers.
 */
@ApplicationScoped
public class LevelService {
    private final LevelRepository levels;
    private final Event<LevelView> changed;
    private final MergePatch mergePatch;
    private final Caller caller;
    private final Clock clock;

    LevelService(LevelRepository levels, Event<LevelView> changed, MergePatch mergePatch, Caller caller, Clock clock) {
        this.levels = levels;
        this.changed = changed;
        this.mergePatch = mergePatch;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    LevelView create(CreateLevelRequest request) {
        WriterLevel level = new WriterLevel();
        level.tenant = tenantOf(request);
        level.createdAt = clock.instant();
        level.set(request.fields(), level.createdAt);
        levels.add(level);
        return LevelView.of(level);
    }

    @Transactional
    LevelView read(UUID id) {
        return levels.find(id).orElseThrow(() -> Problem.notFound("writer level " + id));
    }

    @Transactional
    Page<LevelView> list(Filters filters, ListParameters parameters) {
        return levels.list(filters, parameters);
    }

    @Transactional(rollbackOn = Exception.class)
    LevelView update(UUID id, String ifMatch, JsonNode patch) throws JsonProcessingException {
        WriterLevel level = levels.locked(id);
        Versions.requireMatch(ifMatch, level.version);
        LevelFields wanted = mergePatch.apply(level.fields(), patch, LevelFields.class);
        boolean seenInEvents = level.looksOtherwiseAs(wanted);
        level.set(wanted, clock.instant());
        levels.flush();
        LevelView view = LevelView.of(level);
        if (seenInEvents) {
            changed.fire(view);
        }
        return view;
    }

    @Transactional
    void delete(UUID id, String ifMatch) {
        WriterLevel level = levels.locked(id);
        Versions.matchIfSent(ifMatch, level.version);
        levels.remove(level);
    }

    /**
     * For other features: the level as it is now. Whoever publishes it with a writer locks the writer first and asks
     * then: a change of the level that this does not see yet publishes that writer again, after the lock.
     */
    @Transactional
    public Optional<LevelView> find(UUID id) {
        return levels.find(id);
    }

    /**
     * For other features: the level, unchanged until the caller's transaction ends. A writer who is given it is thereby
     * among those whom the level's next change finds.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<LevelView> findToGive(UUID id) {
        return levels.lockedForUse(id).map(LevelView::of);
    }

    private String tenantOf(CreateLevelRequest request) {
        if (caller.seesAllWebsites()) {
            if (request.websiteId() == null) {
                throw Problem.invalid("website_id", "must not be null");
            }
            return request.websiteId().toString();
        }
        String own = caller.websiteId().orElseThrow();
        if (request.websiteId() != null && !request.websiteId().toString().equals(own)) {
            throw LevelRepository.noSuchWebsite();
        }
        return own;
    }
}
