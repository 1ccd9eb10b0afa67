package io.scriptorium.platform;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Who sent the request, as its token says: one role, and one website unless that role sees them all.
 *
 * <p>A token that says less or more is refused (403) the first time anybody asks; nothing is guessed from it.
 */
@RequestScoped
public class Caller {
    @Inject
    SecurityIdentity identity;

    @Inject
    JsonWebToken token;

    /** The account's id: the claim {@code sub}. */
    public String subject() {
        return Optional.ofNullable(token.getSubject())
                .filter(subject -> !subject.isBlank())
                .orElseThrow(() -> Problem.forbidden("The token has no subject: claim sub."));
    }

    /** The subject as the id that it is, for what is kept with whoever did it. */
    public UUID accountId() {
        String subject = subject();
        if (!Parameters.isUuid(subject)) {
            throw Problem.forbidden("The token's subject is no account's id: claim sub.");
        }
        return UUID.fromString(subject);
    }

    /** The only role among the token's {@code groups} that this suite knows. */
    public Role role() {
        List<Role> roles = identity.getRoles().stream()
                .flatMap(name -> Role.of(name).stream())
                .toList();
        if (roles.size() != 1) {
            throw Problem.forbidden("The token must hold exactly one role in its claim groups: " + Role.wireNames());
        }
        return roles.get(0);
    }

    /**
     * The claim {@code website_id}; empty for a superadmin, whom no website confines. Always a UUID: what a service's
     * database uses to mean all or none must not be something that a token can say.
     */
    public Optional<String> websiteId() {
        if (seesAllWebsites()) {
            return Optional.empty();
        }
        return Optional.of(token.<Object>claim("website_id")
                .map(Object::toString)
                .filter(Parameters::isUuid)
                .map(website -> website.toLowerCase(Locale.ROOT))
                .orElseThrow(() -> Problem.forbidden("The token names no website by its id: claim website_id.")));
    }

    public boolean seesAllWebsites() {
        return role() == Role.SUPERADMIN;
    }
}
