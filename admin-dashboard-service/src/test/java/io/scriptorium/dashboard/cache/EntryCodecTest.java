package io.scriptorium.dashboard.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EntryCodecTest {
    private static final Instant STORED_AT = Instant.parse("2026-03-01T06:00:00.123456789Z");
    private static final Entry ENTRY = new Entry(
            new Generations("one", "two"),
            STORED_AT,
            new Body(
                    "{\"total_users\":5}".getBytes(StandardCharsets.UTF_8),
                    new byte[] {31, -117, 0, 7},
                    "tag",
                    Instant.parse("2026-03-01T05:59:59.5Z")));

    @Test
    void readsWhatItWrote() {
        assertThat(EntryCodec.decode(EntryCodec.encode(ENTRY)))
                .hasValueSatisfying(
                        read -> assertThat(read).usingRecursiveComparison().isEqualTo(ENTRY));
    }

    @Test
    void readsNoEntryThatIsCutShort() {
        byte[] whole = EntryCodec.encode(ENTRY);
        for (int length = 0; length < whole.length; length++) {
            assertThat(EntryCodec.decode(Arrays.copyOf(whole, length))).isEmpty();
        }
    }

    @Test
    void readsNoEntryOfWhichOneBitIsWrong() {
        byte[] whole = EntryCodec.encode(ENTRY);
        for (int bit = 0; bit < whole.length * 8; bit++) {
            byte[] spoilt = whole.clone();
            spoilt[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(EntryCodec.decode(spoilt)).isEmpty();
        }
    }

    @Test
    void readsNoEntryFromNoise() {
        Random random = new Random(7);
        for (int round = 0; round < 10_000; round++) {
            byte[] noise = new byte[random.nextInt(200)];
            random.nextBytes(noise);
            assertThat(EntryCodec.decode(noise)).isEmpty();
        }
    }

    @Test
    void tellsWhatIsLeftOfItsLifeThoughClocksDiffer() {
        Duration ttl = Duration.ofSeconds(300);

        assertThat(ENTRY.remaining(ttl, STORED_AT.plusSeconds(13))).isEqualTo(Duration.ofSeconds(287));
        assertThat(ENTRY.remaining(ttl, STORED_AT.minusSeconds(5))).isEqualTo(ttl);
        assertThat(ENTRY.remaining(ttl, STORED_AT.plusSeconds(301))).isEqualTo(Duration.ZERO);
    }
}
