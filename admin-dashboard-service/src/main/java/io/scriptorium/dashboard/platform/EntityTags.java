package io.scriptorium.dashboard.platform;

/** Conditional requests (RFC 9110, 13.1.2). */
public final class EntityTags {
    private EntityTags() {}

    /**
     * Whether the client has it already. Compared weakly, as If-None-Match is: proxies that compress mark a tag as weak.
     *
     * @param ifNoneMatch the header as sent, or null
     * @param tag with its quotes
     */
    public static boolean matches(String ifNoneMatch, String tag) {
        if (ifNoneMatch == null) {
            return false;
        }
        for (String part : ifNoneMatch.split(",")) {
            String sent = part.strip();
            if (sent.equals("*") || (sent.startsWith("W/") ? sent.substring(2) : sent).equals(tag)) {
                return true;
            }
        }
        return false;
    }
}
