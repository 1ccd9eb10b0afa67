package io.scriptorium.specialorders.order;

import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
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

/** What is done to an order, step by step. Each is a 409 that names what can be done instead, where it does not fit. */
@Path("/api/v1/special-orders")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "Steps of special orders")
public class OrderStepResource {
    private static final String APPROVAL = """
            {"cost": 400.00, "schedule": {"installments": [
              {"amount": 100.00, "due_on": "2027-01-16"}, {"amount": 300.00, "due_on": "2027-02-16"}]}}
            """;
    private static final String TAG = "The ETag of the last read; 412 when the order was changed since";

    private final OrderService orders;

    OrderStepResource(OrderService orders) {
        this.orders = orders;
    }

    @POST
    @Path("/{id}/estimate")
    @RolesAllowed({"superadmin", "admin"})
    @Operation(
            summary = "Say what an estimated order costs",
            description =
                    "By a price per day, or by a total; again until it is approved. The deposit is the website's percentage unless given.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = EstimateOrderRequest.class),
                            examples = {
                                @ExampleObject(
                                        name = "A price per day",
                                        value = "{\"duration_days\": 12, \"price_per_day\": 25.00}"),
                                @ExampleObject(
                                        name = "A total",
                                        value = "{\"total_cost\": 300.00, \"deposit_required\": 100.00}")
                            }))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = OrderView.class)))
    public Response estimate(
            @PathParam("id") UUID id,
            @Parameter(description = TAG) @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid EstimateOrderRequest request) {
        return OrderResource.withTag(orders.estimate(id, ifMatch, request));
    }

    @POST
    @Path("/{id}/approve")
    @RolesAllowed({"superadmin", "admin"})
    @Operation(
            summary = "Approve an order: fixes its cost and its schedule",
            description =
                    "Work starts when the deposit is paid. The schedule adds up to the cost exactly: even parts, or the given ones.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ApproveOrderRequest.class),
                            examples = {
                                @ExampleObject(name = "As it is", value = "{}"),
                                @ExampleObject(
                                        name = "Even parts",
                                        value =
                                                "{\"schedule\": {\"deposit\": 100.00, \"first_due_on\": \"2027-01-16\", \"parts\": 3, \"every_days\": 14}}"),
                                @ExampleObject(name = "Given parts", value = APPROVAL)
                            }))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = OrderView.class)))
    public Response approve(
            @PathParam("id") UUID id,
            @Parameter(description = TAG) @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid ApproveOrderRequest request) {
        return OrderResource.withTag(orders.approve(id, ifMatch, request));
    }

    @POST
    @Path("/{id}/start")
    @RolesAllowed({"superadmin", "admin"})
    @Operation(
            summary = "Start work before the deposit is paid",
            description = "An override, kept in the history with its reason.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ReasonRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "A regular client",
                                            value =
                                                    "{\"reason\": \"A regular client; pays by the end of the month.\"}")))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = OrderView.class)))
    public Response start(
            @PathParam("id") UUID id,
            @Parameter(description = TAG) @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid ReasonRequest request) {
        return OrderResource.withTag(orders.start(id, ifMatch, request.reason()));
    }

    @POST
    @Path("/{id}/hold")
    @RolesAllowed({"superadmin", "admin", "support"})
    @Operation(summary = "Put an order on hold")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ReasonRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "A question",
                                            value = "{\"reason\": \"The client is asked for the sources.\"}")))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = OrderView.class)))
    public Response hold(
            @PathParam("id") UUID id,
            @Parameter(description = TAG) @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid ReasonRequest request) {
        return OrderResource.withTag(orders.hold(id, ifMatch, request.reason()));
    }

    @POST
    @Path("/{id}/resume")
    @RolesAllowed({"superadmin", "admin", "support"})
    @Operation(summary = "Go on with an order", description = "409 while a payment of it has expired: reschedule it.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ReasonRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "Answered",
                                            value = "{\"reason\": \"The sources are there.\"}")))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = OrderView.class)))
    public Response resume(
            @PathParam("id") UUID id,
            @Parameter(description = TAG) @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid ReasonRequest request) {
        return OrderResource.withTag(orders.resume(id, ifMatch, request.reason()));
    }

    @POST
    @Path("/{id}/complete")
    @RolesAllowed({"superadmin", "admin", "support"})
    @Operation(
            summary = "Complete an order",
            description = "Says how: with_files, without_files, or by_admin, which only admins may say.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = CompleteOrderRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "Handed over",
                                            value =
                                                    "{\"method\": \"with_files\", \"reason\": \"The client has the final version.\"}")))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = OrderView.class)))
    public Response complete(
            @PathParam("id") UUID id,
            @Parameter(description = TAG) @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid CompleteOrderRequest request) {
        return OrderResource.withTag(orders.complete(id, ifMatch, request));
    }

    @POST
    @Path("/{id}/cancel")
    @RolesAllowed({"superadmin", "admin", "client"})
    @Operation(
            summary = "Cancel an order",
            description = "Its unpaid installments become void. A client may while neither work nor payment has begun.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ReasonRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "Not needed",
                                            value = "{\"reason\": \"The course was cancelled.\"}")))
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(oneOf = {OrderView.class, ClientOrderView.class})))
    public Response cancel(
            @PathParam("id") UUID id,
            @Parameter(description = TAG) @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid ReasonRequest request) {
        return OrderResource.withTag(orders.cancel(id, ifMatch, request.reason()));
    }

    @POST
    @Path("/{id}/assign-writer")
    @RolesAllowed({"superadmin", "admin"})
    @Operation(
            summary = "Assign a writer, with the pay",
            description = "As an amount or as a percentage of the total. Again for another writer or another pay.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = AssignWriterRequest.class),
                            examples = {
                                @ExampleObject(
                                        name = "An amount",
                                        value =
                                                "{\"writer_id\": \"0199f1a2-0000-7000-8000-000000000002\", \"pay_amount\": 180.00}"),
                                @ExampleObject(
                                        name = "A percentage",
                                        value =
                                                "{\"writer_id\": \"0199f1a2-0000-7000-8000-000000000002\", \"pay_percentage\": 45}")
                            }))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = OrderView.class)))
    public Response assign(
            @PathParam("id") UUID id,
            @Parameter(description = TAG) @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid AssignWriterRequest request) {
        return OrderResource.withTag(orders.assign(id, ifMatch, request));
    }

    @POST
    @Path("/{id}/reschedule")
    @RolesAllowed({"superadmin", "admin"})
    @Operation(
            summary = "Schedule anew what is not paid",
            description =
                    "Unpaid installments become void, and new ones are made. Takes an order off the hold that an expired payment put it on.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = RescheduleOrderRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "Two parts",
                                            value =
                                                    "{\"schedule\": {\"first_due_on\": \"2027-02-01\", \"parts\": 2}, \"reason\": \"Agreed by telephone.\"}")))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = OrderView.class)))
    public Response reschedule(
            @PathParam("id") UUID id,
            @Parameter(description = TAG) @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid RescheduleOrderRequest request) {
        return OrderResource.withTag(orders.reschedule(id, ifMatch, request));
    }

    @POST
    @Path("/{id}/installments/{installment_id}/mark-paid")
    @RolesAllowed({"superadmin", "admin"})
    @Operation(
            summary = "Mark an installment paid that was paid some other way",
            description = "An override, kept in the history with its reason. A payment that waits for it is cancelled.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ReasonRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "A transfer",
                                            value = "{\"reason\": \"Paid by bank transfer.\"}")))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = OrderView.class)))
    public Response markPaid(
            @PathParam("id") UUID id,
            @Parameter(description = "One of the order's") @PathParam("installment_id") UUID installmentId,
            @Parameter(description = TAG) @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid ReasonRequest request) {
        return OrderResource.withTag(orders.payByOverride(id, installmentId, ifMatch, request.reason()));
    }

    @ServerExceptionMapper
    Response unheardOf(UnheardOfWebsite unheardOf, RoutingContext request) {
        return OrderResource.tryAgain(unheardOf, request);
    }
}
