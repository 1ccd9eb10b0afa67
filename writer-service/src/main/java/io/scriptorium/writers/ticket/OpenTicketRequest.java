package io.scriptorium.writers.ticket;

import io.scriptorium.platform.Prose;
import io.scriptorium.platform.SingleLine;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * @param writerId whose ticket it is: the account of a writer; a writer's own unless given
 * @param priority normal unless given
 */
@Schema(examples = """
        {"writer_id": "0199f1a2-0000-7000-8000-000000000002", "category": "payment_issue", "priority": "high",
         "subject": "Tip of order 201 is missing", "description": "The client paid it on Friday."}
        """)
public record OpenTicketRequest(
        UUID writerId,
        @NotNull TicketCategory category,
        TicketPriority priority,
        @NotNull @SingleLine(max = 200) String subject,
        @NotNull @Prose(max = 5_000) String description) {}
