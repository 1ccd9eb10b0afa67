package io.scriptorium.writers.ticket;

import io.scriptorium.platform.Prose;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** @param resolution what was done, for the writer to read */
@Schema(examples = """
        {"resolution": "The tip was refunded to the client on Saturday."}
        """)
public record ResolveTicketRequest(
        @NotNull @Prose(max = 5_000) String resolution) {}
