package io.scriptorium.demo;

import java.time.Instant;

/** Somebody of a website. Who it is, is planned; the id is known once the account is made. */
final class Person {
    final String role;
    final String fullName;
    final String username;
    final Instant joinsAt;

    volatile String id;
    /** Of a writer's profile. */
    volatile String profileId;

    Person(String role, String fullName, String username, Instant joinsAt) {
        this.role = role;
        this.fullName = fullName;
        this.username = username;
        this.joinsAt = joinsAt;
    }

    /** Of a domain that is reserved for examples: no mail can reach anybody. */
    String email() {
        return username + "@mail.example";
    }

    /** Not in the stretch of time in which the account is made, nor before its profile is. */
    boolean isAround(Instant moment) {
        return !joinsAt.plus(Plan.STRETCH).plusSeconds(3_600).isAfter(moment);
    }

    @Override
    public String toString() {
        return username;
    }
}
