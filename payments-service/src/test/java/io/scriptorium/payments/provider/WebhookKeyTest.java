package io.scriptorium.payments.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scriptorium.platform.Problem;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signatures as Standard Webhooks has them, with the example of its own libraries. */
class WebhookKeyTest {
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final String TIMESTAMP = "1614265330";
    private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);
    private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

    private final WebhookKey key = WebhookKey.of(SECRET);

    @Test
    void signsAsTheStandardsExampleDoes() {
        assertThat(key.sign(ID, TIMESTAMP, BODY)).isEqualTo(SIGNATURE);
    }

    @Test
    void knowsItsSignatureAmongOthers() {
        assertThat(key.signed("v1,AAAA v1a,BBBB " + SIGNATURE, ID, TIMESTAMP, BODY))
                .isTrue();
        assertThat(key.signed("v1,AAAA", ID, TIMESTAMP, BODY)).isFalse();
        assertThat(key.signed(SIGNATURE.substring(3), ID, TIMESTAMP, BODY)).isFalse();
        assertThat(key.signed(SIGNATURE, "msg_other", TIMESTAMP, BODY)).isFalse();
        assertThat(key.signed(SIGNATURE, ID, "1614265331", BODY)).isFalse();
        assertThat(key.signed(SIGNATURE, ID, TIMESTAMP, "{\"test\": 2432232315}".getBytes(StandardCharsets.UTF_8)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "secret", "whsec_", "whsec_c2hvcnQ=", "whsec_not base64!", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
            })
    void refusesASecretThatIsNoneWithoutQuotingIt(String secret) {
        assertThatThrownBy(() -> WebhookKey.of(secret))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("a webhook secret must");
    }

    @ParameterizedTest
    @ValueSource(longs = {-300, 0, 300})
    void takesWhatWasSignedWithinFiveMinutes(long secondsLater) {
        verifierAt(secondsLater).verify(List.of(key), ID, TIMESTAMP, SIGNATURE, BODY);
    }

    @ParameterizedTest
    @ValueSource(longs = {-301, 301, 86_400})
    void refusesWhatWasSignedEarlierOrLater(long secondsLater) {
        assertThatThrownBy(() -> verifierAt(secondsLater).verify(List.of(key), ID, TIMESTAMP, SIGNATURE, BODY))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("five minutes");
    }

    @Test
    void takesEachOfSeveralKeysAndRefusesAllWithoutOne() {
        WebhookKey newer = WebhookKey.of("whsec_b2xkZXIga2V5IHdoaWxlIHRoZXkgYXJlIGNoYW5nZWQ=");
        verifierAt(0).verify(List.of(newer, key), ID, TIMESTAMP, SIGNATURE, BODY);
        assertThatThrownBy(() -> verifierAt(0).verify(List.of(newer), ID, TIMESTAMP, SIGNATURE, BODY))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> verifierAt(0).verify(List.of(), ID, TIMESTAMP, SIGNATURE, BODY))
                .isInstanceOf(Problem.class);
    }

    private static WebhookSignatures verifierAt(long secondsLater) {
        Instant signed = Instant.ofEpochSecond(Long.parseLong(TIMESTAMP));
        return new WebhookSignatures(Clock.fixed(signed.plus(Duration.ofSeconds(secondsLater)), ZoneOffset.UTC));
    }
}
