package io.scriptorium.writers.ticket;

import io.scriptorium.platform.Role;
import java.time.Instant;
import java.util.UUID;

/** @param authorRole what the author was when writing it */
public record TicketMessageView(UUID id, UUID authorId, Role authorRole, String body, Instant createdAt) {}
