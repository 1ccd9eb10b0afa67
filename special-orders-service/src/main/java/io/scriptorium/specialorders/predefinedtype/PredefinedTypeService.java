package io.scriptorium.specialorders.predefinedtype;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.scriptorium.owner.list.Filters;
import io.scriptorium.owner.list.ListParameters;
import io.scriptorium.platform.Caller;
import io.scriptorium.platform.MergePatch;
import io.scriptorium.platform.Page;
import io.scriptorium.platform.Problem;
import io.scriptorium.platform.Role;
import io.scriptorium.platform.Versions;
import io.scriptorium.specialorders.website.WebsiteService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What a website sells at fixed prices. Orders copy what they need, so that no edit here reaches them. */
@ApplicationScoped
public class PredefinedTypeService {
    private final PredefinedTypeRepository types;
    private final WebsiteService websites;
    private final MergePatch mergePatch;
    private final Caller caller;
    private final Clock clock;

    PredefinedTypeService(
            PredefinedTypeRepository types,
            WebsiteService websites,
            MergePatch mergePatch,
            Caller caller,
            Clock clock) {
        this.types = types;
        this.websites = websites;
        this.mergePatch = mergePatch;
        this.caller = caller;
        this.clock = clock;
    }

    /** For orders: a type of the caller's website that can be ordered. */
    @Transactional
    public Optional<PredefinedTypeView> findActive(UUID id) {
        return types.find(id).filter(type -> type.active).map(PredefinedTypeView::of);
    }

    @Transactional
    PredefinedTypeView create(CreatePredefinedTypeRequest request) {
        mustDiffer(request.durations());
        PredefinedType type = new PredefinedType();
        type.tenant = tenantOf(request);
        type.createdAt = clock.instant();
        type.set(request.fields(), type.createdAt);
        types.add(type);
        return PredefinedTypeView.of(type);
    }

    @Transactional
    PredefinedTypeView read(UUID id) {
        return types.find(id)
                .filter(type -> type.active || !isClient())
                .map(PredefinedTypeView::of)
                .orElseThrow(() -> Problem.notFound("predefined type " + id));
    }

    @Transactional
    Page<PredefinedTypeView> list(Filters filters, ListParameters parameters) {
        return types.list(isClient() ? filters.is("t.active") : filters, parameters);
    }

    @Transactional(rollbackOn = Exception.class)
    PredefinedTypeView update(UUID id, String ifMatch, JsonNode patch) throws JsonProcessingException {
        PredefinedType type = types.locked(id);
        Versions.requireMatch(ifMatch, type.version);
        PredefinedTypeFields wanted = mergePatch.apply(type.fields(), patch, PredefinedTypeFields.class);
        mustDiffer(wanted.durations());
        type.set(wanted, clock.instant());
        types.flush();
        return PredefinedTypeView.of(type);
    }

    @Transactional
    void delete(UUID id, String ifMatch) {
        PredefinedType type = types.locked(id);
        Versions.matchIfSent(ifMatch, type.version);
        types.remove(type);
    }

    private boolean isClient() {
        return caller.role() == Role.CLIENT;
    }

    private String tenantOf(CreatePredefinedTypeRequest request) {
        if (caller.seesAllWebsites()) {
            if (request.websiteId() == null) {
                throw Problem.invalid("website_id", "must not be null");
            }
            if (websites.find(request.websiteId()).isEmpty()) {
                throw noSuchWebsite();
            }
            return request.websiteId().toString();
        }
        String own = caller.websiteId().orElseThrow();
        if (request.websiteId() != null && !request.websiteId().toString().equals(own)) {
            throw noSuchWebsite();
        }
        return own;
    }

    private static Problem noSuchWebsite() {
        return Problem.invalid("website_id", "must be the id of a website");
    }

    private static void mustDiffer(List<DurationFields> durations) {
        Set<Integer> seen = new HashSet<>();
        for (int i = 0; i < durations.size(); i++) {
            if (!seen.add(durations.get(i).days())) {
                throw Problem.invalid("durations[" + i + "].days", "must differ from those of the others");
            }
        }
    }
}
