package io.scriptorium.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.scriptorium.local.LocalIssuer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OneTimeCodesTest {
    @TempDir
    Path keys;

    private Instant now;
    private OneTimeCodes codes;

    @BeforeEach
    void startBefore() {
        now = Instant.now();
        codes = since(now.minusSeconds(60));
    }

    @Test
    void giveATokenForWhomTheyAreFor() throws IOException {
        JsonNode claims = claims(codes.exchange(code("admin", "site-1", "ada", "10m")));

        assertThat(claims.path("aud").asText()).isEqualTo("scriptorium");
        assertThat(claims.path("iss").asText()).isEqualTo("scriptorium-local");
        assertThat(claims.path("groups")).hasSize(1);
        assertThat(claims.path("groups").get(0).asText()).isEqualTo("admin");
        assertThat(claims.path("website_id").asText()).isEqualTo("site-1");
        assertThat(claims.path("sub").asText()).isEqualTo("ada");
        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isBetween(43_199L, 43_201L);
    }

    @Test
    void giveASuperadminATokenForNoWebsite() throws IOException {
        JsonNode claims = claims(codes.exchange(code("1d")));

        assertThat(claims.path("groups").get(0).asText()).isEqualTo("superadmin");
        assertThat(claims.has("website_id")).isFalse();
    }

    @Test
    void areGoodOnce() {
        String code = code("10m");

        assertThat(codes.exchange(code)).isPresent();
        assertThat(codes.exchange(code)).isEmpty();
        assertThat(codes.exchange(code("10m"))).isPresent();
    }

    @Test
    void giveOneTokenToManyWhoAskAtOnce() throws Exception {
        int many = 16;
        ExecutorService threads = Executors.newFixedThreadPool(many);
        try {
            for (int round = 0; round < 20; round++) {
                String code = code("10m");
                CyclicBarrier together = new CyclicBarrier(many);
                Callable<Optional<String>> exchange = () -> {
                    together.await();
                    return codes.exchange(code);
                };
                int granted = 0;
                for (Future<Optional<String>> one : threads.invokeAll(
                        Stream.generate(() -> exchange).limit(many).toList())) {
                    granted += one.get().isPresent() ? 1 : 0;
                }
                assertThat(granted).isEqualTo(1);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void endWithTheGatewayThatTheyWereMadeFor() {
        String spent = code("1d");
        String unspent = code("1d");
        assertThat(codes.exchange(spent)).isPresent();

        // A token's times are whole seconds, so a start within one leaves out all that was made in it.
        OneTimeCodes restarted = since(issuedAt(unspent).plusMillis(1));

        assertThat(restarted.exchange(spent)).isEmpty();
        assertThat(restarted.exchange(unspent)).isEmpty();
        assertThat(since(issuedAt(unspent)).exchange(unspent)).isPresent();
    }

    @Test
    void expire() {
        String code = code("10m");
        Instant end = issuedAt(code).plus(Duration.ofMinutes(10));

        now = end;
        assertThat(codes.exchange(code)).isEmpty();
        now = end.minusMillis(1);
        assertThat(codes.exchange(code)).isPresent();
    }

    @Test
    void areNeverGoodForLongerThanADay() {
        assertThat(codes.exchange(code("2d"))).isEmpty();
    }

    @Test
    void areRefusedRatherThanForgottenWhenManyAreSpent() {
        codes = new OneTimeCodes(keys, now.minusSeconds(60), clock(), 2);
        List<String> spent = List.of(code("1m"), code("1m"));
        String late = code("1h");
        assertThat(spent).allMatch(code -> codes.exchange(code).isPresent());

        assertThat(codes.exchange(late)).isEmpty();
        assertThat(spent).allMatch(code -> codes.exchange(code).isEmpty());

        now = now.plus(2, ChronoUnit.MINUTES);
        assertThat(codes.exchange(late)).isPresent();
        assertThat(codes.exchange(late)).isEmpty();
        assertThat(spent).allMatch(code -> codes.exchange(code).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "x", "a.b.c", "e30.e30.", "eyJhbGciOiJub25lIn0.e30."})
    void refuseWhatIsNoCode(String text) {
        assertThat(codes.exchange(text)).isEmpty();
    }

    @Test
    void refuseWhatAnotherKeySigned(@TempDir Path strangers) {
        assertThat(codes.exchange(codeIn(
                        OneTimeCodes.addressFor(TokenRequest.of("superadmin", null, null, "10m"), strangers, 1))))
                .isEmpty();
    }

    @Test
    void refuseWhatWasChangedAfterItWasSigned() {
        String[] parts = code("admin", "site-1", "ada", "10m").split("\\.");
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        String changed = claims.replace("site-1", "site-2");
        assertThat(changed).isNotEqualTo(claims);
        String payload =
                Base64.getUrlEncoder().withoutPadding().encodeToString(changed.getBytes(StandardCharsets.UTF_8));
        String unsigned = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8));

        assertThat(codes.exchange(parts[0] + "." + payload + "." + parts[2])).isEmpty();
        assertThat(codes.exchange(unsigned + "." + payload + ".")).isEmpty();
        assertThat(codes.exchange(unsigned + "." + parts[1] + ".")).isEmpty();
    }

    @Test
    void areNoTokensAndTokensAreNone() throws IOException {
        LocalIssuer tokens = new LocalIssuer(keys, LocalIssuer.DEFAULT_ISSUER, LocalIssuer.DEFAULT_AUDIENCE);

        assertThat(codes.exchange(tokens.token("superadmin", null, "ada", Duration.ofMinutes(10))))
                .isEmpty();
        assertThat(claims(Optional.of(code("10m"))).path("aud").asText())
                .isEqualTo("scriptorium-sign-in")
                .isNotEqualTo(LocalIssuer.DEFAULT_AUDIENCE);
    }

    private OneTimeCodes since(Instant start) {
        return new OneTimeCodes(keys, start, clock());
    }

    private String code(String timeToLive) {
        return code("superadmin", null, null, timeToLive);
    }

    private String code(String role, String website, String subject, String timeToLive) {
        return codeIn(OneTimeCodes.addressFor(TokenRequest.of(role, website, subject, timeToLive), keys, 8080));
    }

    private static String codeIn(String address) {
        return address.substring(address.indexOf('=') + 1);
    }

    private static Instant issuedAt(String code) {
        try {
            return Instant.ofEpochSecond(claims(Optional.of(code)).path("iat").asLong());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode claims(Optional<String> token) throws IOException {
        assertThat(token).isPresent();
        return new ObjectMapper()
                .readTree(Base64.getUrlDecoder().decode(token.get().split("\\.")[1]));
    }

    /** Shows what the test says. */
    private Clock clock() {
        return new Clock() {
            @Override
            public Instant instant() {
                return now;
            }

            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
    }
}
