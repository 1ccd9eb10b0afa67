package io.scriptorium.dashboard.cache;

/** Redis did not do what it was asked, in the time that it has. Never reaches a client: the database answers then. */
final class RedisUnavailable extends RuntimeException {
    private final String detail;

    /** @param detail one word for {@code Cache-Status}, such as {@code redis-timeout} */
    RedisUnavailable(String detail, Throwable cause) {
        super(detail, cause);
        this.detail = detail;
    }

    String detail() {
        return detail;
    }
}
