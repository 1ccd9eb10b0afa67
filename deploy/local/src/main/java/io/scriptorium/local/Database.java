package io.scriptorium.local;

/** A database with a login role of its own, which owns it and sees no other. */
public record Database(String jdbcUrl, String user, String password) {
    @Override
    public String toString() {
        return jdbcUrl;
    }
}
