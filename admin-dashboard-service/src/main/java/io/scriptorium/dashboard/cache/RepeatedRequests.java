package io.scriptorium.dashboard.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.scriptorium.dashboard.platform.Grain;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Requests that were checked a moment ago (whose token it is, what the role may see, what the parameters mean), so that
 * the same one need not be checked again. It knows which answer was asked for, and no answer.
 *
 * <p>A request is the same if its token and its address are, to the letter. It is forgotten when its token expires, when
 * the day is over that "the last 30 days" were counted from, and after half a minute, in which a key that was taken out
 * of the issuer's set is good still.
 */
@Singleton
public class RepeatedRequests {
    private static final Duration REMEMBERED = Duration.ofSeconds(30);
    private static final int MOST = 10_000;

    private record Request(String authorization, String uri) {}

    /** What is known of a key that is asked for again and again. */
    record Checked(CacheKey key, String entryName, List<String> generationNames, Instant until) {}

    private final Clock clock;
    private final Cache<Request, Checked> checked =
            Caffeine.newBuilder().maximumSize(MOST).build();

    RepeatedRequests(Clock clock) {
        this.clock = clock;
    }

    /**
     * @param authorization the header, whose token has just been verified
     * @param uri path and query as they were sent
     * @param expiresAt when the token does
     */
    public void remember(String authorization, String uri, CacheKey key, Instant expiresAt) {
        Instant soon = clock.instant().plus(REMEMBERED);
        Instant until = expiresAt.isBefore(soon) ? expiresAt : soon;
        checked.put(
                new Request(authorization, uri), new Checked(key, key.entryName(), Generations.namesFor(key), until));
    }

    Optional<Checked> find(String authorization, String uri) {
        Request request = new Request(authorization, uri);
        Checked found = checked.getIfPresent(request);
        if (found == null) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        if (!now.isBefore(found.until()) || !Grain.dayOf(now).equals(found.key().today())) {
            checked.invalidate(request);
            return Optional.empty();
        }
        return Optional.of(found);
    }
}
