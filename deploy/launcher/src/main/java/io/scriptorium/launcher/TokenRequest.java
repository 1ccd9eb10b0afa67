package io.scriptorium.launcher;

import io.scriptorium.local.LocalIssuer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * A token that somebody wants, checked.
 *
 * @param websiteId null for a superadmin, whom no website confines; set for everybody else
 */
record TokenRequest(String role, String websiteId, String subject, Duration timeToLive) {
    static final String SUPERADMIN = "superadmin";
    private static final List<String> ROLES = List.of(SUPERADMIN, "admin", "support", "editor", "writer", "client");

    /** @throws IllegalArgumentException with a sentence about what does not fit */
    TokenRequest {
        if (!ROLES.contains(role)) {
            throw new IllegalArgumentException(
                    "There is no role " + role + "; the roles are: " + String.join(", ", ROLES) + ".");
        }
        if (role.equals(SUPERADMIN) && websiteId != null) {
            throw new IllegalArgumentException("A superadmin sees all websites: leave --website out.");
        }
        if (!role.equals(SUPERADMIN) && (websiteId == null || websiteId.isBlank())) {
            throw new IllegalArgumentException(
                    "A token for the role " + role + " is for one website: say which with --website ID.");
        }
        if (subject.isBlank()) {
            throw new IllegalArgumentException("A token's subject must not be blank.");
        }
    }

    /** @param subject null for one made from the role and the website, always the same */
    static TokenRequest of(String role, String websiteId, String subject, String timeToLive) {
        return new TokenRequest(
                role,
                websiteId,
                subject == null ? localAccount(role, websiteId) : subject,
                TimeToLive.parse(timeToLive));
    }

    /** The services write down who did what, by account ids: no account has this one, but it looks like theirs. */
    private static String localAccount(String role, String websiteId) {
        String name = "local-" + role + (websiteId == null ? "" : "-" + websiteId);
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    String signedBy(LocalIssuer issuer) {
        return issuer.token(role, websiteId, subject, timeToLive);
    }
}
