package io.scriptorium.payments.payment;

import io.scriptorium.payments.provider.ProviderService;
import io.scriptorium.platform.Problem;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirementsSet;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where providers tell what came of a charge or a refund. No token: whoever can sign may tell. */
@Path("/api/v1/payments/webhooks")
@Blocking
@PermitAll
@Tag(name = "Webhooks", description = "For payment providers, in the form of Standard Webhooks.")
public class PaymentWebhookResource {
    private static final int MOST_BYTES = 16 * 1024;

    private final ProviderService providers;
    private final PaymentWebhooks webhooks;

    PaymentWebhookResource(ProviderService providers, PaymentWebhooks webhooks) {
        this.providers = providers;
        this.webhooks = webhooks;
    }

    @POST
    @Path("/{provider}")
    @Consumes(MediaType.APPLICATION_JSON)
    @SecurityRequirementsSet
    @Operation(
            summary = "Tell what came of a charge or a refund",
            description =
                    "Signed with a key of the provider, HMAC-SHA256 over webhook-id, webhook-timestamp and body with"
                            + " dots between, at most five minutes ago; 401 otherwise. An event that is delivered again is"
                            + " acknowledged and changes nothing.")
    @RequestBody(
            content =
                    @Content(
                            schema =
                                    @Schema(
                                            type = SchemaType.OBJECT,
                                            properties = {
                                                @SchemaProperty(
                                                        name = "type",
                                                        type = SchemaType.STRING,
                                                        description =
                                                                "charge.succeeded, charge.failed, refund.succeeded or"
                                                                        + " refund.failed; others are acknowledged"),
                                                @SchemaProperty(
                                                        name = "timestamp",
                                                        type = SchemaType.STRING,
                                                        format = "date-time",
                                                        description = "When it came about"),
                                                @SchemaProperty(
                                                        name = "data",
                                                        type = SchemaType.OBJECT,
                                                        description =
                                                                "The key that the charge or refund was asked for with,"
                                                                        + " the provider's reference, amount, currency,"
                                                                        + " and failure_reason if it failed")
                                            }),
                            example = """
                            {"type": "charge.succeeded", "timestamp": "2026-01-31T12:00:05Z",
                             "data": {"key": "0199f1a2-0000-7000-8000-000000000401", "reference": "ch_1",
                                      "amount": 100.00, "currency": "USD", "failure_reason": null}}"""))
    @APIResponse(responseCode = "204", description = "Taken, now or before")
    public void receive(
            @Parameter(description = "The provider's name, such as simulated") @PathParam("provider") String provider,
            @Parameter(description = "The event's id, the same whenever it is delivered again")
                    @HeaderParam("webhook-id")
                    String id,
            @Parameter(description = "When this delivery was signed, in seconds since 1970")
                    @HeaderParam("webhook-timestamp")
                    String timestamp,
            @Parameter(description = "v1, and the signature in Base64; several with spaces between")
                    @HeaderParam("webhook-signature")
                    String signature,
            byte[] body) {
        if (body.length > MOST_BYTES) {
            throw new Problem(413, "A webhook has at most " + MOST_BYTES + " bytes.", List.of());
        }
        providers.event(provider, id, timestamp, signature, body).ifPresent(event -> webhooks.take(provider, event));
    }
}
