package io.scriptorium.writers.ticket;

import io.scriptorium.platform.Prose;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** @param reason kept in the ticket's history */
@Schema(examples = """
        {"reason": "It has happened again."}
        """)
public record ReopenTicketRequest(
        @NotNull @Prose(max = 1_000) String reason) {}
