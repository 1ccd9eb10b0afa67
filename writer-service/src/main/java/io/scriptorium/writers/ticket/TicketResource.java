package io.scriptorium.writers.ticket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.scriptorium.owner.list.Filters;
import io.scriptorium.owner.list.ListParameters;
import io.scriptorium.owner.list.SelectableFields;
import io.scriptorium.platform.MergePatch;
import io.scriptorium.platform.Page;
import io.scriptorium.platform.Parameters;
import io.scriptorium.platform.Versions;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

@Path("/api/v1/tickets")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({"superadmin", "admin", "support", "writer"})
@Blocking
@Tag(name = "Tickets", description = "Writers open their own and see no others; admins and support see the website's.")
public class TicketResource {
    private final TicketService tickets;

    TicketResource(TicketService tickets) {
        this.tickets = tickets;
    }

    @POST
    @Operation(summary = "Open a ticket", description = "A writer's own; staff open it for a writer.")
    public RestResponse<TicketView> open(@NotNull @Valid OpenTicketRequest request) {
        TicketView made = tickets.open(request);
        return ResponseBuilder.<TicketView>created(URI.create("/api/v1/tickets/" + made.id()))
                .entity(made)
                .header(HttpHeaders.ETAG, Versions.tag(made.version()))
                .build();
    }

    @GET
    @SelectableFields(TicketRowView.class)
    @Operation(summary = "List tickets, the newest first", description = "Sorts: created_at, updated_at.")
    public Page<TicketRowView> list(
            @QueryParam("website_id") String websiteId,
            @Parameter(description = "Of that writer's account") @QueryParam("writer_id") String writerId,
            @Parameter(description = "One of open, in_progress, resolved, closed") @QueryParam("status") String status,
            @Parameter(description = "One of order_issue, payment_issue, technical, other") @QueryParam("category")
                    String category,
            @Parameter(description = "One of low, normal, high, urgent") @QueryParam("priority") String priority,
            @Parameter(description = "Of that support or admin account") @QueryParam("assigned_to") String assignedTo,
            @Parameter(description = "true: somebody has it; false: nobody") @QueryParam("assigned") String assigned,
            @Parameter(description = "Opened then or later") @QueryParam("created_from") String createdFrom,
            @Parameter(description = "Opened before then") @QueryParam("created_until") String createdUntil,
            @BeanParam ListParameters parameters) {
        parameters.allowOnly(
                "website_id",
                "writer_id",
                "status",
                "category",
                "priority",
                "assigned_to",
                "assigned",
                "created_from",
                "created_until");
        Filters filters = new Filters()
                .equal("t.tenant", Parameters.uuid("website_id", websiteId).map(UUID::toString))
                .equal("t.writerId", Parameters.uuid("writer_id", writerId))
                .equal("t.status", Parameters.oneOf("status", status, TicketStatus.class))
                .equal("t.category", Parameters.oneOf("category", category, TicketCategory.class))
                .equal("t.priority", Parameters.oneOf("priority", priority, TicketPriority.class))
                .equal("t.assignedTo", Parameters.uuid("assigned_to", assignedTo))
                .is(Parameters.flag("assigned", assigned), "t.assignedTo is not null", "t.assignedTo is null")
                .from("t.createdAt", Parameters.instant("created_from", createdFrom))
                .until("t.createdAt", Parameters.instant("created_until", createdUntil));
        return tickets.list(filters, parameters);
    }

    @GET
    @Path("/{id}")
    @SelectableFields(TicketView.class)
    @Operation(summary = "Read a ticket")
    public RestResponse<TicketView> read(@PathParam("id") UUID id) {
        return withTag(tickets.read(id));
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @RolesAllowed({"superadmin", "admin", "support"})
    @Operation(
            summary = "Change category, priority or assignee of a ticket",
            description = "A JSON merge patch. Needs If-Match: 428 without, 412 when it was changed meanwhile. "
                    + "409 while it is closed.")
    @RequestBody(content = @Content(schema = @Schema(implementation = TicketFields.class)))
    public RestResponse<TicketView> update(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, JsonNode patch)
            throws JsonProcessingException {
        return withTag(tickets.update(id, ifMatch, patch));
    }

    @POST
    @Path("/{id}/start")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed({"superadmin", "admin", "support"})
    @Operation(summary = "Begin to work on an open ticket", description = "Takes no body.")
    public RestResponse<TicketView> start(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return withTag(tickets.start(id, ifMatch));
    }

    @POST
    @Path("/{id}/resolve")
    @RolesAllowed({"superadmin", "admin", "support"})
    @Operation(summary = "Resolve a ticket that is open or in progress")
    public RestResponse<TicketView> resolve(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid ResolveTicketRequest request) {
        return withTag(tickets.resolve(id, ifMatch, request.resolution()));
    }

    @POST
    @Path("/{id}/close")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Close a ticket", description = "Staff, or the writer who needs no answer any more. No body.")
    public RestResponse<TicketView> close(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return withTag(tickets.close(id, ifMatch));
    }

    @POST
    @Path("/{id}/reopen")
    @Operation(summary = "Open a resolved or closed ticket again")
    public RestResponse<TicketView> reopen(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid ReopenTicketRequest request) {
        return withTag(tickets.reopen(id, ifMatch, request.reason()));
    }

    @POST
    @Path("/{id}/messages")
    @Operation(summary = "Write to a ticket", description = "409 while it is closed.")
    public RestResponse<TicketMessageView> write(
            @PathParam("id") UUID id, @NotNull @Valid WriteMessageRequest request) {
        return RestResponse.status(RestResponse.Status.CREATED, tickets.write(id, request.body()));
    }

    @GET
    @Path("/{id}/messages")
    @SelectableFields(TicketMessageView.class)
    @Operation(summary = "Read what was written to a ticket, the oldest first")
    public Page<TicketMessageView> messages(@PathParam("id") UUID id, @BeanParam ListParameters parameters) {
        return tickets.messages(id, parameters.allowOnly());
    }

    @GET
    @Path("/{id}/history")
    @SelectableFields(TicketHistoryView.class)
    @Operation(summary = "Read who changed what of a ticket when, the oldest first")
    public Page<TicketHistoryView> history(@PathParam("id") UUID id, @BeanParam ListParameters parameters) {
        return tickets.history(id, parameters.allowOnly());
    }

    private static RestResponse<TicketView> withTag(TicketView ticket) {
        return ResponseBuilder.ok(ticket)
                .header(HttpHeaders.ETAG, Versions.tag(ticket.version()))
                .build();
    }
}
