package io.scriptorium.dashboard.platform;

import io.scriptorium.platform.Caller;
import io.scriptorium.platform.Role;
import java.util.Optional;
import java.util.UUID;

/** Callers without a request: with the role and website that their token would hold. */
public final class Callers {
    private Callers() {}

    public static Caller superadmin() {
        return of("root", Role.SUPERADMIN, Optional.empty());
    }

    public static Caller adminOf(UUID website) {
        return of("admin", Role.ADMIN, Optional.of(website.toString()));
    }

    public static Caller of(String subject, Role role, Optional<String> website) {
        return new Caller() {
            @Override
            public String subject() {
                return subject;
            }

            @Override
            public Role role() {
                return role;
            }

            @Override
            public Optional<String> websiteId() {
                return website;
            }
        };
    }
}
