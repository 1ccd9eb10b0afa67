package io.scriptorium.dashboard.repair;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;

/**
 * How far a recount is. The new numbers are seen when all are done, and none before.
 *
 * @param done the dashboards whose counters have been made again, of {@code all}
 * @param error why it failed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RecountView(
        RepairState state, List<String> done, List<String> all, Instant startedAt, Instant endedAt, String error) {
    RecountView at(RepairState state, List<String> done, Instant endedAt, String error) {
        return new RecountView(state, List.copyOf(done), all, startedAt, endedAt, error);
    }
}
