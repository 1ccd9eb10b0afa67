package io.scriptorium.payments.payment;

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
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
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

    private final PaymentService payments;

    PaymentResource(PaymentService payments) {
        this.payments = payments;
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
