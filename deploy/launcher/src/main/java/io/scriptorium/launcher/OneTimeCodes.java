package io.scriptorium.launcher;

import io.scriptorium.local.LocalIssuer;
import io.scriptorium.local.PartFailure;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.JoseException;

/**
 * The codes of sign-in addresses, each good for one token. Whoever can read the signing key makes one, in any process;
 * the audience is one of their own, so that no service takes a code for a token.
 */
final class OneTimeCodes {
    /** How long the token is good that a code gives. */
    static final Duration TOKEN_TIME_TO_LIVE = Duration.ofHours(12);
    /** As {@code deploy/suite up} makes them: an address that is still on the screen in the evening shall work. */
    static final String LONGEST_TIME_TO_LIVE = "1d";
    /** As {@code deploy/suite open} makes them. */
    static final String USUAL_TIME_TO_LIVE = "10m";

    private static final int MOST_SPENT = 10_000;
    private static final String AUDIENCE = "scriptorium-sign-in";

    private final LocalIssuer tokens;
    private final VerificationKeyResolver keys;
    private final Instant since;
    private final Clock clock;
    private final int mostSpent;

    /**
     * By the code's own id, until it expires; guarded by this. Only codes that this suite's key signed get in, so no
     * stranger can fill it; an entry stays a day at most, since no code may be good for longer; and when it is full, no
     * code is taken until one has expired, since to forget one would be to take it twice.
     */
    private final Map<String, Instant> spent = new HashMap<>();

    /** @param since when this gateway started: an earlier code may have been spent with the one before */
    OneTimeCodes(Path keyFolder, Instant since, Clock clock) {
        this(keyFolder, since, clock, MOST_SPENT);
    }

    OneTimeCodes(Path keyFolder, Instant since, Clock clock, int mostSpent) {
        this.tokens = new LocalIssuer(keyFolder, LocalIssuer.DEFAULT_ISSUER, LocalIssuer.DEFAULT_AUDIENCE);
        this.keys = keys(tokens);
        this.since = since;
        this.clock = clock;
        this.mostSpent = mostSpent;
    }

    /**
     * The page's address with a code for somebody. It stands behind the #, which a browser keeps to itself: so it is in
     * no server's log.
     */
    static String addressFor(TokenRequest whom, Path keyFolder, int port) {
        return "http://localhost:" + port + "/#sign-in="
                + whom.signedBy(new LocalIssuer(keyFolder, LocalIssuer.DEFAULT_ISSUER, AUDIENCE));
    }

    /** A token for whom the code is for; empty if it was used before, has expired, or is none of this gateway's. */
    Optional<String> exchange(String code) {
        Instant now = clock.instant();
        try {
            JwtClaims claims = consumer(now).processToClaims(code);
            TokenRequest whom = whom(claims);
            Instant expires = instant(claims.getExpirationTime());
            return isOfThisGateway(claims) && spend(claims.getJwtId(), expires, now)
                    ? Optional.of(whom.signedBy(tokens))
                    : Optional.empty();
        } catch (InvalidJwtException | MalformedClaimException | IllegalArgumentException notACode) {
            return Optional.empty();
        }
    }

    private JwtConsumer consumer(Instant now) {
        return new JwtConsumerBuilder()
                .setVerificationKeyResolver(keys)
                .setJwsAlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.RSA_USING_SHA256)
                .setExpectedIssuer(LocalIssuer.DEFAULT_ISSUER)
                .setExpectedAudience(AUDIENCE)
                .setRequireSubject()
                .setRequireJwtId()
                .setRequireIssuedAt()
                .setRequireExpirationTime()
                .setMaxFutureValidityInMinutes(
                        (int) TimeToLive.parse(LONGEST_TIME_TO_LIVE).toMinutes())
                .setEvaluationTime(NumericDate.fromSeconds(now.getEpochSecond()))
                .build();
    }

    /** Times in tokens are whole seconds: what was made in the second of the start may be of before. */
    private boolean isOfThisGateway(JwtClaims claims) throws MalformedClaimException {
        return !instant(claims.getIssuedAt()).isBefore(since);
    }

    private synchronized boolean spend(String id, Instant expires, Instant now) {
        spent.values().removeIf(end -> !end.isAfter(now));
        return spent.size() < mostSpent && spent.putIfAbsent(id, expires) == null;
    }

    private static TokenRequest whom(JwtClaims claims) throws MalformedClaimException {
        List<String> roles = claims.getStringListClaimValue("groups");
        return new TokenRequest(
                roles.isEmpty() ? null : roles.get(0),
                claims.getStringClaimValue("website_id"),
                claims.getSubject(),
                TOKEN_TIME_TO_LIVE);
    }

    private static Instant instant(NumericDate date) {
        return Instant.ofEpochSecond(date.getValue());
    }

    private static VerificationKeyResolver keys(LocalIssuer issuer) {
        try {
            return new JwksVerificationKeyResolver(new JsonWebKeySet(issuer.jwks()).getJsonWebKeys());
        } catch (JoseException e) {
            throw new PartFailure("The issuer's public keys cannot be read: " + e.getMessage(), e);
        }
    }
}
