package io.scriptorium.payments.payment;

import io.scriptorium.owner.list.Filters;
import io.scriptorium.owner.list.ListParameters;
import io.scriptorium.owner.list.SelectableFields;
import io.scriptorium.payments.idempotency.IdempotencyService;
import io.scriptorium.platform.Page;
import io.scriptorium.platform.Parameters;
import io.scriptorium.platform.Versions;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
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
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

@Path("/api/v1/payments")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "Payments", description = "A client sees and pays the own payments; staff see those of the website.")
public class PaymentResource {
    private static final int MAX_REFERENCE = 100;

    private static final String KEY =
            "1 to 255 visible characters of your own, best a UUID: the same when you try the same request again";

    private final PaymentService payments;
    private final IdempotencyService idempotency;

    PaymentResource(PaymentService payments, IdempotencyService idempotency) {
        this.payments = payments;
        this.idempotency = idempotency;
    }

    @POST
    @RolesAllowed({"superadmin", "admin", "client"})
    @Operation(
            summary = "Demand a payment for an order",
            description = "A client demands it of itself, staff of a client. Installments and tips make their payments"
                    + " themselves. 409 when the order has a payment already, 422 for another currency than the"
                    + " website's, 503 when the website is not known here yet.")
    @RequestBody(content = @Content(schema = @Schema(implementation = CreatePaymentRequest.class), example = """
                            {"client_id": "0199f1a2-0000-7000-8000-000000000003", "kind": "order",
                             "reference": "2026-1042", "amount": 49.90, "currency": "USD",
                             "due_at": "2026-12-24T12:00:00Z"}"""))
    @APIResponse(
            responseCode = "201",
            description = "Made; or the first answer to this key again",
            content = @Content(schema = @Schema(implementation = PaymentView.class)))
    public Uni<Response> create(
            @Parameter(description = KEY, required = true) @HeaderParam("Idempotency-Key") String key,
            @NotNull @Valid CreatePaymentRequest request) {
        return idempotency.once(key, request, () -> {
            PaymentView made = payments.create(request);
            return ResponseBuilder.<PaymentView>created(URI.create("/api/v1/payments/" + made.id()))
                    .entity(made)
                    .header(HttpHeaders.ETAG, Versions.tag(made.version()))
                    .build();
        });
    }

    @GET
    @RolesAllowed({"superadmin", "admin", "support", "client"})
    @SelectableFields(PaymentView.class)
    @Operation(summary = "List payments, the newest first", description = "A client gets the own ones.")
    public Page<PaymentView> list(
            @Parameter(description = "Of one website; others than superadmins have but one") @QueryParam("website_id")
                    String websiteId,
            @Parameter(description = "Of one client's account") @QueryParam("client_id") String clientId,
            @Parameter(description = "installment, tip or order") @QueryParam("kind") String kind,
            @Parameter(description = "One state, such as pending") @QueryParam("status") String status,
            @Parameter(description = "The id of the installment, tip or order") @QueryParam("reference")
                    String reference,
            @Parameter(description = "Due then or later") @QueryParam("due_from") String dueFrom,
            @Parameter(description = "Due before then") @QueryParam("due_to") String dueTo,
            @Parameter(description = "Made then or later") @QueryParam("created_from") String createdFrom,
            @Parameter(description = "Made before then") @QueryParam("created_to") String createdTo,
            @BeanParam ListParameters parameters) {
        parameters.allowOnly(
                "website_id",
                "client_id",
                "kind",
                "status",
                "reference",
                "due_from",
                "due_to",
                "created_from",
                "created_to");
        Optional<Instant> dueSince = Parameters.instant("due_from", dueFrom);
        Filters filters = new Filters()
                .equal("p.tenant", Parameters.uuid("website_id", websiteId).map(UUID::toString))
                .equal("p.clientId", Parameters.uuid("client_id", clientId))
                .equal("p.kind", Parameters.oneOf("kind", kind, PaymentKind.class))
                .equal("p.status", Parameters.oneOf("status", status, PaymentStatus.class))
                .equal("p.reference", Parameters.text("reference", reference, MAX_REFERENCE))
                .from("p.dueOrder", dueSince)
                // What is due at no time sorts behind all times, and is due at none of them.
                .is(dueSince.map(from -> true), "p.dueAt is not null", "")
                .until("p.dueOrder", Parameters.instant("due_to", dueTo))
                .from("p.createdAt", Parameters.instant("created_from", createdFrom))
                .until("p.createdAt", Parameters.instant("created_to", createdTo));
        return payments.list(filters, parameters);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"superadmin", "admin", "support", "client"})
    @SelectableFields(PaymentView.class)
    @Operation(summary = "Read a payment")
    public RestResponse<PaymentView> read(@PathParam("id") UUID id) {
        return withTag(payments.read(id));
    }

    @GET
    @Path("/{id}/transitions")
    @RolesAllowed({"superadmin", "admin", "support"})
    @SelectableFields(PaymentTransitionView.class)
    @Operation(
            summary = "List a payment's history, the oldest step first",
            description = "Who brought it from which state to which, when and why.")
    public Page<PaymentTransitionView> transitions(@PathParam("id") UUID id, @BeanParam ListParameters parameters) {
        parameters.allowOnly();
        return payments.transitions(id, parameters);
    }

    @POST
    @Path("/{id}/pay")
    @RolesAllowed("client")
    @Operation(
            summary = "Pay a payment of one's own",
            description = "Asks the provider to charge. 200 when it is known what came of it: completed, or failed with"
                    + " its failure_reason, after which it may be paid again with a new key. 202 while it is processing."
                    + " 409 unless it is pending or failed.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = PayRequest.class),
                            example = "{\"token\": \"tok_success\"}"))
    @APIResponse(
            responseCode = "200",
            description = "Completed or failed; or the first answer to this key again",
            content = @Content(schema = @Schema(implementation = PaymentView.class)))
    @APIResponse(
            responseCode = "202",
            description = "Processing",
            content = @Content(schema = @Schema(implementation = PaymentView.class)))
    public Uni<Response> pay(
            @PathParam("id") UUID id,
            @Parameter(description = KEY, required = true) @HeaderParam("Idempotency-Key") String key,
            @Parameter(description = "The version that is meant; any without it") @HeaderParam(HttpHeaders.IF_MATCH)
                    String ifMatch,
            @NotNull @Valid PayRequest request) {
        return idempotency.inSteps(key, request, () -> payments.intendToPay(id, ifMatch, request), attempt -> {
            payments.complete(attempt);
            PaymentView payment = payments.afterAttempt(attempt);
            return ResponseBuilder.create(
                            payment.status() == PaymentStatus.PROCESSING
                                    ? RestResponse.Status.ACCEPTED
                                    : RestResponse.Status.OK,
                            payment)
                    .header(HttpHeaders.ETAG, Versions.tag(payment.version()))
                    .build();
        });
    }

    @POST
    @Path("/{id}/refund")
    @RolesAllowed({"superadmin", "admin"})
    @Operation(
            summary = "Give back a payment, or a part of it",
            description = "For staff. 200 when it is known what came of it: succeeded, or failed with its"
                    + " failure_reason. 202 while it is open. 409 unless something was captured and is left, 422 for more"
                    + " than what is left; refunds that are open count as given.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = RefundPaymentRequest.class),
                            example = "{\"amount\": 25.00, \"reason\": \"Delivered late\"}"))
    @APIResponse(
            responseCode = "200",
            description = "Succeeded or failed; or the first answer to this key again",
            content = @Content(schema = @Schema(implementation = PaymentRefundView.class)))
    @APIResponse(
            responseCode = "202",
            description = "Open",
            content = @Content(schema = @Schema(implementation = PaymentRefundView.class)))
    public Uni<Response> refund(
            @PathParam("id") UUID id,
            @Parameter(description = KEY, required = true) @HeaderParam("Idempotency-Key") String key,
            @Parameter(description = "The version that is meant; any without it") @HeaderParam(HttpHeaders.IF_MATCH)
                    String ifMatch,
            @NotNull @Valid RefundPaymentRequest request) {
        return idempotency.inSteps(key, request, () -> payments.intendToRefund(id, ifMatch, request), attempt -> {
            payments.complete(attempt);
            PaymentRefundView refund = payments.refund(attempt);
            return ResponseBuilder.create(
                            refund.status() == AttemptStatus.OPEN
                                    ? RestResponse.Status.ACCEPTED
                                    : RestResponse.Status.OK,
                            refund)
                    .build();
        });
    }

    @GET
    @Path("/{id}/refunds")
    @RolesAllowed({"superadmin", "admin", "support", "client"})
    @SelectableFields(PaymentRefundView.class)
    @Operation(
            summary = "List a payment's refunds, the oldest first",
            description = "Those that are open or failed too.")
    public Page<PaymentRefundView> refunds(@PathParam("id") UUID id, @BeanParam ListParameters parameters) {
        parameters.allowOnly();
        return payments.refunds(id, parameters);
    }

    @POST
    @Path("/{id}/cancel")
    @RolesAllowed({"superadmin", "admin"})
    @Operation(
            summary = "Cancel a payment that nobody has tried to pay",
            description = "For staff. 409 unless it is pending. Its cancellation_reason is `requested`; the words sent"
                    + " stand in its history.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = CancelPaymentRequest.class),
                            example = "{\"reason\": \"Agreed with the client on the telephone\"}"))
    public RestResponse<PaymentView> cancel(
            @PathParam("id") UUID id,
            @Parameter(description = "The version that is meant; any without it") @HeaderParam(HttpHeaders.IF_MATCH)
                    String ifMatch,
            @NotNull @Valid CancelPaymentRequest request) {
        return withTag(payments.cancel(id, ifMatch, request.reason()));
    }

    private static RestResponse<PaymentView> withTag(PaymentView payment) {
        return ResponseBuilder.ok(payment)
                .header(HttpHeaders.ETAG, Versions.tag(payment.version()))
                .build();
    }
}
