package io.scriptorium.writers.ticket;

import io.scriptorium.platform.Role;
import java.time.Instant;
import java.util.UUID;

/**
 * One change of one field of a ticket.
 *
 * @param actorRole what the actor was then
 * @param before null where the field was empty
 * @param after null where it was emptied
 * @param note the resolution, or the reason for reopening
 */
public record TicketHistoryView(
        UUID id,
        UUID actorId,
        Role actorRole,
        TicketField field,
        String before,
        String after,
        String note,
        Instant createdAt) {}
