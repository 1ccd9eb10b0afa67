package io.scriptorium.platform;

import java.util.Arrays;

/** The version of an aggregate as an entity tag: {@code ETag} in answers, {@code If-Match} in edits. */
public final class Versions {
    private Versions() {}

    public static String tag(long version) {
        return "\"" + version + "\"";
    }

    /**
     * For edits that could overwrite somebody else's.
     *
     * @throws Problem 428 without the header, 412 when it names another version
     */
    public static void requireMatch(String ifMatch, long version) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw Problem.preconditionRequired(
                    "Say which version this edits: If-Match with the ETag of your last read.");
        }
        matchIfSent(ifMatch, version);
    }

    /** @throws Problem 412 when the header is there and names another version */
    public static void matchIfSent(String ifMatch, long version) {
        if (ifMatch == null) {
            return;
        }
        boolean matches = Arrays.stream(ifMatch.split(","))
                .map(String::trim)
                .anyMatch(tag -> tag.equals("*") || tag.equals(tag(version)));
        if (!matches) {
            throw Problem.preconditionFailed("It is now at version " + tag(version) + ". Read it again.");
        }
    }
}
