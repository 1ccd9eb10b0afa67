package io.scriptorium.specialorders.order;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.scriptorium.owner.list.ListParameters;
import io.scriptorium.owner.list.SelectableFields;
import io.scriptorium.platform.MergePatch;
import io.scriptorium.platform.Page;
import io.scriptorium.platform.Parameters;
import io.scriptorium.platform.ProblemView;
import io.scriptorium.platform.RequestId;
import io.scriptorium.platform.Versions;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

@Path("/api/v1/special-orders")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
@Tag(
        name = "Special orders",
        description = "Staff see those of the website, a client the own, a writer those assigned without what is paid.")
public class OrderResource {
    private static final int RETRY_AFTER_SECONDS = 1;

    private final OrderService orders;

    OrderResource(OrderService orders) {
        this.orders = orders;
    }

    @POST
    @RolesAllowed("client")
    @Operation(
            summary = "Open an inquiry",
            description =
                    "The order is the caller's. A predefined one takes the price of its duration; an estimated one"
                            + " gets its price from staff. 503 while the website is not known here yet.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = OpenOrderRequest.class),
                            examples = {
                                @ExampleObject(
                                        name = "Predefined",
                                        value = "{\"order_type\": \"predefined\", \"predefined_type_id\":"
                                                + " \"0199f1a2-0000-7000-8000-000000000021\", \"duration_days\": 10,"
                                                + " \"inquiry_details\": \"Chapter two, on method.\"}"),
                                @ExampleObject(
                                        name = "Estimated",
                                        value = "{\"order_type\": \"estimated\", \"duration_days\": 12,"
                                                + " \"inquiry_details\": \"A statistical analysis of 300 answers.\"}")
                            }))
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = ClientOrderView.class)))
    public Response open(@NotNull @Valid OpenOrderRequest request) {
        ClientOrderView made = orders.open(request);
        return Response.created(URI.create("/api/v1/special-orders/" + made.id()))
                .entity(made)
                .header(HttpHeaders.ETAG, Versions.tag(made.version()))
                .build();
    }

    @GET
    @RolesAllowed({"superadmin", "admin", "support", "client", "writer"})
    @SelectableFields(OrderSummaryView.class)
    @Operation(
            summary = "List special orders, the newest first",
            description = "Each role sees its own fields; a writer filters by none that it does not see.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema =
                                    @Schema(
                                            oneOf = {
                                                OrderSummaryPage.class,
                                                ClientOrderSummaryPage.class,
                                                WriterOrderSummaryPage.class
                                            })))
    public Page<?> list(@BeanParam OrderFilters filters, @BeanParam ListParameters parameters) {
        parameters.allowOnly(orders.isForWriter() ? OrderFilters.OF_WRITERS : OrderFilters.ALL);
        return orders.list(filters.all(), parameters);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"superadmin", "admin", "support", "client", "writer"})
    @SelectableFields(OrderView.class)
    @Operation(summary = "Read a special order", description = "404 for a client's or writer's unless it is theirs.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(schema = @Schema(oneOf = {OrderView.class, ClientOrderView.class, WriterOrderView.class})))
    public Response read(@PathParam("id") UUID id) {
        return withTag(orders.read(id));
    }

    @GET
    @Path("/{id}/installments")
    @RolesAllowed({"superadmin", "admin", "support", "client"})
    @SelectableFields(InstallmentView.class)
    @Operation(
            summary = "Read all installments of an order, void ones included",
            description = "One page, by their numbers. 404 for a client's unless it is theirs.")
    public Page<InstallmentView> installmentsOf(@PathParam("id") UUID id, @Context UriInfo uri) {
        Parameters.allowOnly(uri, SelectableFields.PARAMETER);
        return orders.installmentsOf(id);
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @RolesAllowed({"superadmin", "admin", "support"})
    @Operation(
            summary = "Change the details or the notes of an order",
            description = "A JSON merge patch. Needs If-Match: 428 without, 412 when it was changed meanwhile.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = OrderFields.class),
                            examples =
                                    @ExampleObject(
                                            name = "A note",
                                            value = "{\"admin_notes\": \"Prefers to be called after six.\"}")))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = OrderView.class)))
    public Response update(
            @PathParam("id") UUID id,
            @Parameter(description = "The ETag of the last read") @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            JsonNode patch)
            throws JsonProcessingException {
        return withTag(orders.update(id, ifMatch, patch));
    }

    @GET
    @Path("/{id}/history")
    @RolesAllowed({"superadmin", "admin", "support"})
    @SelectableFields(HistoryEntryView.class)
    @Operation(summary = "Who did what to an order, when and why", description = "The oldest first. Nobody edits it.")
    public Page<HistoryEntryView> history(@PathParam("id") UUID id, @BeanParam ListParameters parameters) {
        parameters.allowOnly();
        return orders.history(id, parameters);
    }

    @GET
    @Path("/approval-queue")
    @RolesAllowed({"superadmin", "admin", "support"})
    @SelectableFields(OrderSummaryView.class)
    @Operation(summary = "Orders that nobody approved yet, the oldest first")
    public Page<OrderSummaryView> approvalQueue(@BeanParam OrderFilters filters, @BeanParam ListParameters parameters) {
        parameters.allowOnly(OrderFilters.ALL);
        return orders.approvalQueue(filters.all(), parameters);
    }

    @GET
    @Path("/estimated-queue")
    @RolesAllowed({"superadmin", "admin", "support"})
    @SelectableFields(OrderSummaryView.class)
    @Operation(summary = "Estimated orders without a cost yet, the oldest first")
    public Page<OrderSummaryView> estimatedQueue(
            @BeanParam OrderFilters filters, @BeanParam ListParameters parameters) {
        parameters.allowOnly(OrderFilters.ALL);
        return orders.estimatedQueue(filters.all(), parameters);
    }

    @GET
    @Path("/installments")
    @RolesAllowed({"superadmin", "admin", "support"})
    @Operation(
            summary = "What is due, and was paid, of all orders, by due date",
            description =
                    "Without void ones; from and to are of the due date. The statistics of all pages replace a total.")
    public InstallmentPageView installments(
            @Parameter(description = "paid, unpaid, or overdue; the first two unless given") @QueryParam("status")
                    String status,
            @Parameter(description = "false leaves the statistics out, which cost a second statement")
                    @QueryParam("statistics")
                    String statistics,
            @Parameter(description = "Only that website's") @QueryParam("website_id") String websiteId,
            @Parameter(description = "Only that client's") @QueryParam("client_id") String clientId,
            @Parameter(description = "Only of orders that this writer has") @QueryParam("writer_id") String writerId,
            @Parameter(description = "predefined or estimated") @QueryParam("order_type") String orderType,
            @Parameter(description = "Only of that predefined type") @QueryParam("predefined_type_id")
                    String predefinedTypeId,
            @Parameter(description = "Due then or later") @QueryParam("from") String from,
            @Parameter(description = "Due before then") @QueryParam("to") String to,
            @Context UriInfo uri,
            @BeanParam ListParameters parameters) {
        // Neither a total, which the statistics have, nor a selection of fields.
        Parameters.allowOnly(
                uri,
                "status",
                "statistics",
                "website_id",
                "client_id",
                "writer_id",
                "order_type",
                "predefined_type_id",
                "from",
                "to",
                "limit",
                "cursor",
                "sort");
        InstallmentFilter filter = new InstallmentFilter()
                .equal("i.tenant", Parameters.uuid("website_id", websiteId).map(UUID::toString))
                .equal("i.clientId", Parameters.uuid("client_id", clientId))
                .equal("i.writerId", Parameters.uuid("writer_id", writerId))
                .equal("i.orderType", Parameters.oneOf("order_type", orderType, OrderType.class))
                .equal("i.predefinedTypeId", Parameters.uuid("predefined_type_id", predefinedTypeId))
                .compared("i.dueAt", ">=", Parameters.instant("from", from))
                .compared("i.dueAt", "<", Parameters.instant("to", to));
        Optional<InstallmentState> state = Parameters.oneOf("status", status, InstallmentState.class);
        return orders.installments(
                filter, state, Parameters.flag("statistics", statistics).orElse(true), parameters);
    }

    @ServerExceptionMapper
    Response unheardOf(UnheardOfWebsite unheardOf, RoutingContext request) {
        return tryAgain(unheardOf, request);
    }

    static Response tryAgain(UnheardOfWebsite unheardOf, RoutingContext request) {
        return Response.status(Response.Status.SERVICE_UNAVAILABLE)
                .type(ProblemView.MEDIA_TYPE)
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .entity(new ProblemView(
                        "about:blank",
                        Response.Status.SERVICE_UNAVAILABLE.getReasonPhrase(),
                        Response.Status.SERVICE_UNAVAILABLE.getStatusCode(),
                        unheardOf.getMessage(),
                        request.normalizedPath(),
                        RequestId.of(request),
                        List.of()))
                .build();
    }

    static Response withTag(OrderService.Versioned order) {
        return Response.ok(order.view())
                .header(HttpHeaders.ETAG, Versions.tag(order.version()))
                .build();
    }

    /** For the description of the API alone. */
    private record OrderSummaryPage(List<OrderSummaryView> items, String nextCursor, Long total) {}

    private record ClientOrderSummaryPage(List<ClientOrderSummaryView> items, String nextCursor, Long total) {}

    private record WriterOrderSummaryPage(List<WriterOrderSummaryView> items, String nextCursor, Long total) {}
}
