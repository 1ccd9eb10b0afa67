package io.scriptorium.dashboard.repair;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * How far a replay is.
 *
 * @param read of the {@code total} offsets that the topic had when it began; compacted ones are passed over
 * @param error why it failed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReplayView(
        String topic, RepairState state, long read, long total, Instant startedAt, Instant endedAt, String error) {}
