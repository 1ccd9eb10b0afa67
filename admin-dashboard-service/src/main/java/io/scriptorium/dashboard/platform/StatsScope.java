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
            case SUPERADMIN -> new StatsScope(requestedWebsite);
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

    /**
     * Confines a statement: <code>{scope}</code> becomes a condition on {@code website_id}. The statement begins with a
     * common table expression {@code asked}, whose {@code website_id} is {@link #websiteId()} or null.
     *
     * @throws IllegalArgumentException for a statement that has no place for it, and would show everything
     */
    public String confine(String sql) {
        if (!sql.contains(PLACE)) {
            throw new IllegalArgumentException("A statement over stats must say where its scope goes: " + PLACE);
        }
        return sql.replace(PLACE, all() ? "TRUE" : "website_id = (SELECT website_id FROM asked)");
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
        return new StatsScope(Optional.of(own));
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
