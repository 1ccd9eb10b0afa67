package io.scriptorium.demo;

import io.scriptorium.local.LocalIssuer;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Where people sit who work with the suite: each with a token of their own. */
final class Desk {
    private static final Duration TOKEN = Duration.ofDays(7);
    private static final int MOST_TRIES = 100;
    private static final long PAUSE = 100;
    private static final int CONFLICT = 409;
    private static final int INVALID = 422;

    private final Gateway gateway;
    private final LocalIssuer issuer;
    private final Tally tally;
    private final Map<Person, String> tokens = new ConcurrentHashMap<>();
    private final String superadmin;

    Desk(Gateway gateway, LocalIssuer issuer, Tally tally) {
        this.gateway = gateway;
        this.issuer = issuer;
        this.tally = tally;
        this.superadmin = issuer.token("superadmin", null, UUID.randomUUID().toString(), TOKEN);
    }

    Gateway gateway() {
        return gateway;
    }

    Tally tally() {
        return tally;
    }

    String superadmin() {
        return superadmin;
    }

    String token(Shop shop, Person person) {
        if (person.id == null) {
            throw new Refused(person + " has no account", 0);
        }
        return tokens.computeIfAbsent(person, any -> issuer.token(person.role, shop.id, person.id, TOKEN));
    }

    /** What needs that another service has heard of something: it will have, within moments. */
    <T> T whenHeardOf(Supplier<T> attempt) {
        for (int tries = 1; ; tries++) {
            try {
                return attempt.get();
            } catch (Refused notYet) {
                boolean maybeLater = notYet.status() == CONFLICT || notYet.status() == INVALID;
                if (!maybeLater || tries == MOST_TRIES) {
                    throw notYet;
                }
            }
            Gateway.pause(PAUSE);
        }
    }

    /** Waits for what comes about by itself. */
    <T> T awaited(String what, Supplier<T> attempt) {
        for (int tries = 1; tries < MOST_TRIES; tries++) {
            T found = attempt.get();
            if (found != null) {
                return found;
            }
            Gateway.pause(PAUSE);
        }
        throw new Refused(what + " did not come", 0);
    }
}
