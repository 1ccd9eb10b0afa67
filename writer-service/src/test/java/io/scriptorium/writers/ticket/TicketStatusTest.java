package io.scriptorium.writers.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scriptorium.platform.Problem;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TicketStatusTest {
    private static final Instant NOW = Instant.parse("2026-02-01T08:30:00Z");

    @ParameterizedTest
    @CsvSource({
        "OPEN, IN_PROGRESS",
        "OPEN, RESOLVED",
        "OPEN, CLOSED",
        "IN_PROGRESS, RESOLVED",
        "IN_PROGRESS, CLOSED",
        "RESOLVED, CLOSED",
        "RESOLVED, OPEN",
        "CLOSED, OPEN"
    })
    void becomes(TicketStatus from, TicketStatus to) {
        Ticket ticket = of(from);
        ticket.become(to, NOW);
        assertThat(ticket.status).isEqualTo(to);
        assertThat(ticket.closedAt).isEqualTo(to == TicketStatus.CLOSED ? NOW : null);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "OPEN        | OPEN        | closed, in_progress, resolved",
                "IN_PROGRESS | IN_PROGRESS | closed, resolved",
                "IN_PROGRESS | OPEN        | closed, resolved",
                "RESOLVED    | RESOLVED    | closed, open",
                "RESOLVED    | IN_PROGRESS | closed, open",
                "CLOSED      | CLOSED      | open",
                "CLOSED      | RESOLVED    | open",
                "CLOSED      | IN_PROGRESS | open"
            })
    void refusesAnyOtherAndSaysWhichWouldDo(TicketStatus from, TicketStatus to, String allowed) {
        Ticket ticket = of(from);
        assertThatThrownBy(() -> ticket.become(to, NOW))
                .isInstanceOf(Problem.class)
                .hasMessageEndingWith("it can become: " + allowed + ".");
        assertThat(ticket.status).isEqualTo(from);
    }

    private static Ticket of(TicketStatus status) {
        Ticket ticket = new Ticket();
        ticket.status = status;
        return ticket;
    }
}
