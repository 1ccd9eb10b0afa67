package io.scriptorium.writers.orderrequest;

import io.scriptorium.owner.list.Filters;
import io.scriptorium.owner.list.ListParameters;
import io.scriptorium.owner.list.SelectableFields;
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
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

@Path("/api/v1/order-requests")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "Order requests", description = "Writers ask for orders; staff give each order to one of them.")
public class OrderRequestResource {
    private final OrderRequestService requests;

    OrderRequestResource(OrderRequestService requests) {
        this.requests = requests;
    }

    @POST
    @RolesAllowed("writer")
    @Operation(
            summary = "Ask for an order",
            description =
                    "409 unless the writer is active or on probation; when it is asked for already or is given to a"
                            + " writer; and when the writer has as many open requests as the level allows.")
    public RestResponse<OrderRequestView> create(
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = CreateOrderRequestRequest.class),
                                            examples = @ExampleObject(name = "a request", value = """
                                                    {"order_id": "0199f1a2-0000-7000-8000-000000000201",
                                                     "reason": "I have written three theses on this subject."}""")))
                    @NotNull
                    @Valid
                    CreateOrderRequestRequest request) {
        OrderRequestView made = requests.create(request);
        return ResponseBuilder.<OrderRequestView>created(URI.create("/api/v1/order-requests/" + made.id()))
                .entity(made)
                .header(HttpHeaders.ETAG, Versions.tag(made.version()))
                .build();
    }

    @GET
    @RolesAllowed({"superadmin", "admin", "support", "writer"})
    @SelectableFields(OrderRequestRowView.class)
    @Operation(
            summary = "List requests, the newest first unless sorted otherwise",
            description = "What a table's row shows. Writers find their own alone.")
    public Page<OrderRequestRowView> list(
            @Parameter(description = "Those of one website") @QueryParam("website_id") String websiteId,
            @Parameter(description = "The account of the writer who asks") @QueryParam("writer_id") String writerId,
            @Parameter(description = "The order that is asked for") @QueryParam("order_id") String orderId,
            @Parameter(description = "open, approved, rejected or withdrawn") @QueryParam("status") String status,
            @Parameter(description = "Asked for then or later") @QueryParam("requested_from") String from,
            @Parameter(description = "Asked for before then") @QueryParam("requested_until") String until,
            @BeanParam ListParameters parameters) {
        parameters.allowOnly("website_id", "writer_id", "order_id", "status", "requested_from", "requested_until");
        Filters filters = new Filters()
                .equal("r.tenant", Parameters.uuid("website_id", websiteId).map(UUID::toString))
                .equal("r.writerId", Parameters.uuid("writer_id", writerId))
                .equal("r.orderId", Parameters.uuid("order_id", orderId))
                .equal("r.status", Parameters.oneOf("status", status, OrderRequestStatus.class))
                .from("r.requestedAt", Parameters.instant("requested_from", from))
                .until("r.requestedAt", Parameters.instant("requested_until", until));
        return requests.list(filters, parameters);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"superadmin", "admin", "support", "writer"})
    @SelectableFields(OrderRequestView.class)
    @Operation(summary = "Read a request in full", description = "Writers read their own.")
    public RestResponse<OrderRequestView> read(@PathParam("id") UUID id) {
        return withTag(requests.read(id));
    }

    @POST
    @Path("/{id}/approve")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed({"superadmin", "admin", "support"})
    @Operation(
            summary = "Give the order to the writer who asks",
            description =
                    "Rejects all others who ask for it. 409 unless the request is open, the order is given to nobody,"
                            + " and the writer may work and has fewer active orders than the level allows. Takes no body.")
    public RestResponse<OrderRequestView> approve(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return withTag(requests.approve(id, ifMatch));
    }

    @POST
    @Path("/{id}/reject")
    @RolesAllowed({"superadmin", "admin", "support"})
    @Operation(
            summary = "Reject a request, or take its approval back",
            description = "With feedback for the writer. 409 for one that is rejected or withdrawn.")
    public RestResponse<OrderRequestView> reject(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = RejectOrderRequestRequest.class),
                                            examples = @ExampleObject(name = "a rejection", value = """
                                                    {"feedback": "This one needs a lawyer."}""")))
                    @NotNull
                    @Valid
                    RejectOrderRequestRequest request) {
        return withTag(requests.reject(id, ifMatch, request.feedback()));
    }

    @POST
    @Path("/{id}/withdraw")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed("writer")
    @Operation(summary = "Withdraw one's own open request", description = "409 unless it is open. Takes no body.")
    public RestResponse<OrderRequestView> withdraw(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return withTag(requests.withdraw(id, ifMatch));
    }

    private static RestResponse<OrderRequestView> withTag(OrderRequestView request) {
        return ResponseBuilder.ok(request)
                .header(HttpHeaders.ETAG, Versions.tag(request.version()))
                .build();
    }
}
