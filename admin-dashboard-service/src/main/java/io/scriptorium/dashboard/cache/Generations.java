package io.scriptorium.dashboard.cache;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Collection;
import java.util.List;

/**
 * The two generations that an answer depends on: that of everything, and that of its dashboard in its scope. Each is a
 * random token that an invalidation replaces; see ADR 005.
 */
record Generations(String global, String own) {
    static final String GLOBAL = "dashboard:generation";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int TOKEN_BYTES = 16;

    /** The names in Redis of those that a key's answers depend on, in this record's order. */
    static List<String> namesFor(CacheKey key) {
        return List.of(GLOBAL, name(key.dashboard(), key.scope().cacheKey()));
    }

    /** The names of those that make a dashboard's answers in these scopes old. */
    static List<String> namesFor(String dashboard, Collection<String> scopes) {
        return scopes.stream().map(scope -> name(dashboard, scope)).toList();
    }

    static String newToken() {
        byte[] token = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(token);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    private static String name(String dashboard, String scope) {
        return GLOBAL + ":" + dashboard + ":" + scope;
    }
}
