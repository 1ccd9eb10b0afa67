package io.scriptorium.dashboard.platform;

import io.scriptorium.platform.Caller;
import io.scriptorium.platform.Problem;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Whose numbers may be read: those of all websites, or of one. Every query over stats takes one of these, and only a
 * {@link Caller} makes one, so that no endpoint can forget to confine somebody.
 */
public final class StatsScope {
    /** The cache key of the view of all websites. */
    public static final String ALL = "all";

    /** Under which counters hold the sum over all websites. No website has it, and no token can name it. */
    private static final UUID ALL_COUNTERS = UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff");

    private static final String PLACE = "{scope}";

    private final Optional<UUID> websiteId;

    private StatsScope(Optional<UUID> websiteId) {
        this.websiteId = websiteId;
    }

    /**
     * A superadmin sees the website asked for, or all; an admin and support see their own, asked for or not.
     *
     * @throws Problem 404 when somebody asks for a website other than the own; 403 when the role has no dashboards, or
     *     the token names no website
     */
    public static StatsScope of(Caller caller, Optional<UUID> requestedWebsite) {
        return switch (caller.role()) {
            case SUPERADMIN -> new StatsScope(requestedWebsite.map(StatsScope::ofAWebsite));
            case ADMIN, SUPPORT -> ownWebsite(caller, requestedWebsite);
            case EDITOR, WRITER, CLIENT -> throw Problem.forbidden("Your role sees no dashboards.");
        };
    }

    /** Empty for all websites. */
    public Optional<UUID> websiteId() {
        return websiteId;
    }

    public boolean all() {
        return websiteId.isEmpty();
    }

    /** {@code all}, or the website's id. */
    public String cacheKey() {
        return websiteId.map(UUID::toString).orElse(ALL);
    }

    /** The {@code website_id} of the counters to read: all websites have counters of their own. */
    public UUID counters() {
        return websiteId.orElse(ALL_COUNTERS);
    }

    /**
     * Confines a statement: <code>{scope}</code> becomes a condition on {@code website_id}. The statement can read from
     * {@code asked}, whose {@code website_id} is {@link #counters()}.
     *
     * @throws IllegalArgumentException for a statement that has no place for it, and would show everything
     */
    public String confine(String sql) {
        if (!sql.contains(PLACE)) {
            throw new IllegalArgumentException("A statement over stats must say where its scope goes: " + PLACE);
        }
        return sql.replace(PLACE, "website_id = (SELECT website_id FROM asked)");
    }

    public ScopeView view() {
        return new ScopeView(websiteId);
    }

    private static StatsScope ownWebsite(Caller caller, Optional<UUID> requestedWebsite) {
        UUID own = caller.websiteId()
                .map(StatsScope::uuid)
                .orElseThrow(() -> Problem.forbidden("The token names no website: claim website_id."));
        requestedWebsite.filter(requested -> !requested.equals(own)).ifPresent(other -> {
            throw Problem.notFound("website " + other);
        });
        if (own.equals(ALL_COUNTERS)) {
            throw Problem.forbidden("The token's claim website_id is no website's.");
        }
        return new StatsScope(Optional.of(own));
    }

    private static UUID ofAWebsite(UUID requested) {
        if (requested.equals(ALL_COUNTERS)) {
            throw Problem.notFound("website " + requested);
        }
        return requested;
    }

    private static UUID uuid(String claim) {
        try {
            return UUID.fromString(claim);
        } catch (IllegalArgumentException e) {
            throw Problem.forbidden("The token's claim website_id is not a UUID.");
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StatsScope scope && scope.websiteId.equals(websiteId);
    }

    @Override
    public int hashCode() {
        return Objects.hash(websiteId);
    }

    @Override
    public String toString() {
        return cacheKey();
    }
}
