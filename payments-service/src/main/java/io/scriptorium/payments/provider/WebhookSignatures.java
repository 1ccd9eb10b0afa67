package io.scriptorium.payments.provider;

import io.scriptorium.owner.clock.WallClock;
import io.scriptorium.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/** Whether a webhook is what its provider sent, and sent just now. */
@ApplicationScoped
class WebhookSignatures {
    static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final Pattern ID = Pattern.compile("[\\x21-\\x7e&&[^.]]{1,200}");
    private static final Pattern SECONDS = Pattern.compile("\\d{1,12}");
    private static final int LONGEST_SIGNATURES = 1_000;

    private final Clock clock;

    WebhookSignatures(@WallClock Clock clock) {
        this.clock = clock;
    }

    /** @throws Problem 401, which says as little of a forged one as of one without a key to check it by */
    void verify(List<WebhookKey> keys, String id, String timestamp, String signatures, byte[] body) {
        boolean complete = id != null
                && ID.matcher(id).matches()
                && timestamp != null
                && SECONDS.matcher(timestamp).matches()
                && signatures != null
                && signatures.length() <= LONGEST_SIGNATURES;
        if (!complete) {
            throw refused("needs webhook-id, webhook-timestamp and webhook-signature as Standard Webhooks has them");
        }
        // All of them, so that the time does not tell which key it was.
        long matching = keys.stream()
                .filter(key -> key.signed(signatures, id, timestamp, body))
                .count();
        if (matching == 0) {
            throw refused("is not signed with a key of this provider");
        }
        Instant sent = Instant.ofEpochSecond(Long.parseLong(timestamp));
        if (Duration.between(sent, clock.instant()).abs().compareTo(TOLERANCE) > 0) {
            throw refused("was signed more than five minutes from now");
        }
    }

    private static Problem refused(String why) {
        return new Problem(401, "The webhook " + why + ".", List.of());
    }
}
