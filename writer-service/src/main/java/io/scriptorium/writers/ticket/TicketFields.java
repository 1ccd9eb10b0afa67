package io.scriptorium.writers.ticket;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What staff may change of a ticket.
 *
 * @param assignedTo a support or admin account of the ticket's website; null for nobody
 */
@Schema(examples = """
        {"priority": "high", "category": "payment_issue"}
        """)
public record TicketFields(
        @NotNull TicketCategory category, @NotNull TicketPriority priority, UUID assignedTo) {}
