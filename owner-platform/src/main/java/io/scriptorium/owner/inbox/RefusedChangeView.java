package io.scriptorium.owner.inbox;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A change that could not be applied.
 *
 * @param key the aggregate's id, unless that is what was wrong
 * @param revision as its header had it
 * @param value as it came; null for a deletion, and in lists
 */
@Schema(name = "RefusedChange")
public record RefusedChangeView(
        long id,
        String topic,
        int partition,
        long position,
        String key,
        String type,
        String revision,
        String cause,
        Instant arrivedAt,

        @Schema(description = "A newer change of the same aggregate has been applied: this one can be discarded")
        boolean overtaken,

        String value) {}
