package io.scriptorium.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
    private static final Instant JUNE = Instant.parse("2026-06-01T10:00:00Z");

    @Test
    void saysHowFarHowFastAndHowLong() {
        assertThat(ProgressLine.line(3_000, 12_000, 30, LocalDate.of(2026, 6, 1)))
                .isEqualTo("2026-06-01 [######------------------]  25 %  3,000 of 12,000  100/s  1:30 left");
    }

    @Test
    void writesOneLineAgainOnATerminal() {
        assertThat(said(true)).startsWith("\r2026-06-01").containsOnlyOnce("\n").endsWith("\n");
    }

    @Test
    void writesWholeLinesElsewhere() {
        assertThat(said(false)).doesNotContain("\r").containsOnlyOnce("\n").contains("100 %");
    }

    private static String said(boolean terminal) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ProgressLine progress = new ProgressLine(new PrintStream(bytes), terminal, 10);
        progress.advance(5, JUNE);
        progress.advance(5, JUNE);
        return bytes.toString();
    }
}
