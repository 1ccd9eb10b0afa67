package io.scriptorium.writers.ticket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.scriptorium.outbox.Outbox;
import io.scriptorium.owner.list.Filters;
import io.scriptorium.owner.list.ListParameters;
import io.scriptorium.platform.Caller;
import io.scriptorium.platform.MergePatch;
import io.scriptorium.platform.Page;
import io.scriptorium.platform.Problem;
import io.scriptorium.platform.Role;
import io.scriptorium.platform.Versions;
import io.scriptorium.writers.account.AccountService;
import io.scriptorium.writers.account.AccountView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Tickets, each change with its history and its event in one transaction: if the process dies anywhere in a method,
 * none of them is there; once it has committed, all are.
 */
@ApplicationScoped
public class TicketService {
    /** Who may have a ticket assigned. */
    private static final Set<Role> ASSIGNEES = Set.of(Role.SUPPORT, Role.ADMIN);

    private final TicketRepository tickets;
    private final AccountService accounts;
    private final Outbox outbox;
    private final MergePatch mergePatch;
    private final Caller caller;
    private final Clock clock;

    TicketService(
            TicketRepository tickets,
            AccountService accounts,
            Outbox outbox,
            MergePatch mergePatch,
            Caller caller,
            Clock clock) {
        this.tickets = tickets;
        this.accounts = accounts;
        this.outbox = outbox;
        this.mergePatch = mergePatch;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    TicketView open(OpenTicketRequest request) {
        AccountView writer = writerOf(request);
        Ticket ticket = new Ticket();
        ticket.tenant = writer.websiteId().toString();
        ticket.writerId = writer.id();
        ticket.subject = request.subject();
        ticket.description = request.description();
        ticket.status = TicketStatus.OPEN;
        ticket.createdAt = clock.instant();
        TicketPriority priority = Objects.requireNonNullElse(request.priority(), TicketPriority.NORMAL);
        ticket.set(new TicketFields(request.category(), priority, null), ticket.createdAt);
        tickets.add(ticket);
        tell(ticket, TicketField.STATUS, null, ticket.status.wireName(), null);
        return published(ticket);
    }

    @Transactional
    TicketView read(UUID id) {
        return TicketView.of(visible(tickets.find(id), id));
    }

    @Transactional
    Page<TicketRowView> list(Filters filters, ListParameters parameters) {
        return tickets.list(onlyOwn(filters), parameters);
    }

    @Transactional(rollbackOn = Exception.class)
    TicketView update(UUID id, String ifMatch, JsonNode patch) throws JsonProcessingException {
        Ticket ticket = visible(tickets.locked(id), id);
        Versions.requireMatch(ifMatch, ticket.version);
        if (ticket.status == TicketStatus.CLOSED) {
            throw Problem.conflict("A closed ticket is not changed; reopen it first.");
        }
        TicketFields before = ticket.fields();
        TicketFields wanted = mergePatch.apply(before, patch, TicketFields.class);
        if (wanted.assignedTo() != null && !wanted.assignedTo().equals(before.assignedTo())) {
            mustBeAssignable(wanted.assignedTo(), ticket);
        }
        ticket.set(wanted, clock.instant());
        tellDifference(
                ticket,
                TicketField.CATEGORY,
                before.category().wireName(),
                wanted.category().wireName());
        tellDifference(
                ticket,
                TicketField.PRIORITY,
                before.priority().wireName(),
                wanted.priority().wireName());
        tellDifference(ticket, TicketField.ASSIGNED_TO, text(before.assignedTo()), text(wanted.assignedTo()));
        return published(ticket);
    }

    @Transactional
    TicketView start(UUID id, String ifMatch) {
        return become(id, ifMatch, TicketStatus.IN_PROGRESS, null);
    }

    @Transactional
    TicketView resolve(UUID id, String ifMatch, String resolution) {
        return become(id, ifMatch, TicketStatus.RESOLVED, resolution);
    }

    @Transactional
    TicketView close(UUID id, String ifMatch) {
        return become(id, ifMatch, TicketStatus.CLOSED, null);
    }

    @Transactional
    TicketView reopen(UUID id, String ifMatch, String reason) {
        return become(id, ifMatch, TicketStatus.OPEN, reason);
    }

    @Transactional
    TicketMessageView write(UUID id, String body) {
        Ticket ticket = visible(tickets.locked(id), id);
        if (ticket.status == TicketStatus.CLOSED) {
            throw Problem.conflict("Nothing is written to a closed ticket; reopen it first.");
        }
        TicketMessage message = new TicketMessage();
        message.tenant = ticket.tenant;
        message.ticketId = ticket.id;
        message.authorId = caller.accountId();
        message.authorRole = caller.role();
        message.body = body;
        message.createdAt = clock.instant();
        tickets.add(message);
        ticket.updatedAt = message.createdAt;
        published(ticket);
        return new TicketMessageView(message.id, message.authorId, message.authorRole, message.body, message.createdAt);
    }

    /** Looks whether there is such a ticket only where no message answers that. */
    @Transactional
    Page<TicketMessageView> messages(UUID id, ListParameters parameters) {
        Page<TicketMessageView> page = tickets.messages(id, onlyOwn(new Filters()), parameters);
        if (page.items().isEmpty()) {
            visible(tickets.find(id), id);
        }
        return page;
    }

    @Transactional
    Page<TicketHistoryView> history(UUID id, ListParameters parameters) {
        Page<TicketHistoryView> page = tickets.history(id, onlyOwn(new Filters()), parameters);
        if (page.items().isEmpty()) {
            visible(tickets.find(id), id);
        }
        return page;
    }

    private TicketView become(UUID id, String ifMatch, TicketStatus next, String note) {
        Ticket ticket = visible(tickets.locked(id), id);
        Versions.matchIfSent(ifMatch, ticket.version);
        TicketStatus before = ticket.status;
        ticket.become(next, clock.instant());
        if (next == TicketStatus.RESOLVED) {
            ticket.resolution = note;
        }
        tell(ticket, TicketField.STATUS, before.wireName(), next.wireName(), note);
        return published(ticket);
    }

    private TicketView published(Ticket ticket) {
        tickets.flush();
        outbox.append(TicketChange.changed(ticket));
        return TicketView.of(ticket);
    }

    private void tellDifference(Ticket ticket, TicketField field, String before, String after) {
        if (!Objects.equals(before, after)) {
            tell(ticket, field, before, after, null);
        }
    }

    private void tell(Ticket ticket, TicketField field, String before, String after, String note) {
        TicketHistory history = new TicketHistory();
        history.tenant = ticket.tenant;
        history.ticketId = ticket.id;
        history.actorId = caller.accountId();
        history.actorRole = caller.role();
        history.field = field;
        history.before = before;
        history.after = after;
        history.note = note;
        history.createdAt = ticket.updatedAt;
        tickets.add(history);
    }

    /** Another writer's ticket might as well not be there. */
    private Ticket visible(Optional<Ticket> found, UUID id) {
        return found.filter(ticket -> !isWriter() || ticket.writerId.equals(caller.accountId()))
                .orElseThrow(() -> TicketRepository.noSuchTicket(id));
    }

    private Filters onlyOwn(Filters filters) {
        return isWriter() ? filters.equal("t.writerId", Optional.of(caller.accountId())) : filters;
    }

    private AccountView writerOf(OpenTicketRequest request) {
        UUID writer = request.writerId();
        if (isWriter()) {
            if (writer != null && !writer.equals(caller.accountId())) {
                throw noSuchWriter();
            }
            writer = caller.accountId();
        }
        if (writer == null) {
            throw Problem.invalid("writer_id", "must not be null");
        }
        return accounts.find(writer)
                .filter(account -> account.role() == Role.WRITER)
                .orElseThrow(TicketService::noSuchWriter);
    }

    private void mustBeAssignable(UUID account, Ticket ticket) {
        accounts.find(account)
                .filter(found -> ASSIGNEES.contains(found.role())
                        && found.websiteId().equals(ticket.websiteId())
                        && !found.suspended())
                .orElseThrow(() -> Problem.invalid(
                        "assigned_to", "must be the id of a support or admin account of the website, not suspended"));
    }

    private boolean isWriter() {
        return caller.role() == Role.WRITER;
    }

    private static Problem noSuchWriter() {
        return Problem.invalid("writer_id", "must be the id of a writer's account of the website");
    }

    private static String text(UUID id) {
        return id == null ? null : id.toString();
    }
}
