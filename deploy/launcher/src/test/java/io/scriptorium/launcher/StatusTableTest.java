package io.scriptorium.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class StatusTableTest {
    @Test
    void showsEachProcessInColumnsWithADashForWhatIsNotThere() {
        StatusTable table = new StatusTable(List.of(
                new StatusTable.Row(
                        "writer-service",
                        8081,
                        "ready",
                        OptionalLong.of(250L << 20),
                        OptionalDouble.of(1_200_000),
                        OptionalDouble.empty(),
                        77),
                new StatusTable.Row(
                        "redis",
                        8102,
                        "restarting",
                        OptionalLong.empty(),
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        0)));

        assertThat(table).hasToString("""
                PROCESS         PORT  HEALTH      MEMORY   OUTBOX   LAG  PID
                writer-service  8081  ready       250 MiB  1200000  -    77
                redis           8102  restarting  -        -        -    -""");
    }

    @Test
    void takesTheLargestOfAllSeriesOfAMetric() {
        Metrics metrics = new Metrics("""
                # TYPE lag_max gauge
                lag_max{client_id="a b",topic="x"} 3.0
                lag_max{client_id="b"} 12.0
                lag_max{client_id="c"} NaN
                lag_max_total{client_id="c"} 99.0
                outbox_depth 7.0
                """);

        assertThat(metrics.largest("lag_max")).hasValue(12);
        assertThat(metrics.largest("outbox_depth")).hasValue(7);
        assertThat(metrics.largest("lag")).isEmpty();
        assertThat(new Metrics("lag_max{client_id=\"c\"} NaN\n").largest("lag_max"))
                .isEmpty();
        assertThat(new Metrics("").largest("lag_max")).isEmpty();
    }

    @Test
    void knowsTheMemoryOfThisProcessAndOfNoneThatIsGone() {
        assertThat(ProcFiles.residentBytes(ProcessHandle.current().pid()).orElseThrow())
                .isGreaterThan(1 << 20);
        assertThat(ProcFiles.residentBytes(Long.MAX_VALUE)).isEmpty();
    }
}
