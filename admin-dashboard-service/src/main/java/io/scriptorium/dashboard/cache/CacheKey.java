package io.scriptorium.dashboard.cache;

import io.scriptorium.dashboard.platform.StatsScope;
import io.scriptorium.platform.Caller;
import io.scriptorium.platform.Role;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What makes one answer of a dashboard another one's equal: who asks, for which websites, with which parameters, and
 * on which UTC day, because "the last 30 days" are others tomorrow.
 *
 * @param dashboard lower-case letters, digits and hyphens, such as {@code users} or {@code tips/earnings}
 * @param parameters as they were understood, defaults filled in, in the order of their names; neither {@code refresh}
 *     nor {@code website_id}, which the scope holds
 * @param today the query must take its "today" from here, lest midnight fall between the two
 */
public record CacheKey(
        String dashboard,
        String userId,
        Role role,
        StatsScope scope,
        SortedMap<String, String> parameters,
        LocalDate today) {

    public CacheKey {
        if (!dashboard.matches("[a-z0-9-]+(/[a-z0-9-]+)?")) {
            throw new IllegalArgumentException("Not a dashboard's name: " + dashboard);
        }
        parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
    }

    /** @param parameters values are taken by their {@code toString} */
    public static CacheKey of(
            String dashboard, Caller caller, StatsScope scope, Map<String, ?> parameters, LocalDate today) {
        SortedMap<String, String> normalised = new TreeMap<>();
        parameters.forEach((name, value) -> normalised.put(name, String.valueOf(value)));
        return new CacheKey(dashboard, caller.subject(), caller.role(), scope, normalised, today);
    }

    /** The entry's key in Redis: legible where it helps whoever looks, hashed where a client chose the text. */
    String entryName() {
        return "dashboard:entry:" + dashboard + ":" + scope.cacheKey() + ":" + hash();
    }

    private String hash() {
        StringBuilder parts = new StringBuilder();
        append(parts, userId);
        append(parts, role.wireName());
        append(parts, today.toString());
        parameters.forEach((name, value) -> {
            append(parts, name);
            append(parts, value);
        });
        byte[] digest = Sha256.of(parts.toString().getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    }

    /** With its length, so that no text can look like the border between two. */
    private static void append(StringBuilder parts, String part) {
        parts.append(part.length()).append(':').append(part);
    }
}
