package io.scriptorium.writers.ticket;

import io.scriptorium.owner.test.Contract;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TicketContractTest {
    @ParameterizedTest
    @EnumSource(TicketStatus.class)
    void publishesWhatTheContractSays(TicketStatus status) throws Exception {
        Ticket ticket = new Ticket();
        ticket.id = UUID.randomUUID();
        ticket.tenant = UUID.randomUUID().toString();
        ticket.writerId = UUID.randomUUID();
        ticket.subject = "Subject";
        ticket.description = "Description";
        ticket.createdAt = Instant.parse("2026-01-31T12:00:00Z");
        ticket.set(
                new TicketFields(TicketCategory.ORDER_ISSUE, TicketPriority.URGENT, UUID.randomUUID()),
                ticket.createdAt);
        ticket.status = status == TicketStatus.OPEN ? TicketStatus.CLOSED : TicketStatus.OPEN;
        ticket.become(status, Instant.parse("2026-02-01T08:30:00.123456Z"));
        new Contract("ticket").fits(TicketChange.of(ticket));
    }
}
