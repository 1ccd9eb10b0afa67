package io.scriptorium.payments.reminder;

import io.scriptorium.owner.list.Filters;
import io.scriptorium.owner.list.ListParameters;
import io.scriptorium.owner.list.SelectableFields;
import io.scriptorium.platform.Page;
import io.scriptorium.platform.Parameters;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/reminders")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(
        name = "Reminders",
        description = "What was sent to clients about their payments, and what became of it. Staff see the website's, a"
                + " client the own.")
public class ReminderResource {
    private final ReminderService reminders;

    ReminderResource(ReminderService reminders) {
        this.reminders = reminders;
    }

    @GET
    @RolesAllowed({"superadmin", "admin", "support", "client"})
    @SelectableFields(ReminderView.class)
    @Operation(summary = "List reminders, the newest first")
    public Page<ReminderView> list(
            @Parameter(description = "Of that website alone") @QueryParam("website_id") String websiteId,
            @Parameter(description = "Of that payment") @QueryParam("payment_id") String paymentId,
            @Parameter(description = "To that client, by the account's id") @QueryParam("client_id") String clientId,
            @Parameter(description = "By that reminder config") @QueryParam("config_id") String configId,
            @Parameter(description = "pending, sent, skipped or failed") @QueryParam("status") String status,
            @Parameter(description = "open, paid or expired") @QueryParam("outcome") String outcome,
            @Parameter(description = "Recorded then or later") @QueryParam("from") String from,
            @Parameter(description = "Recorded before then") @QueryParam("to") String to,
            @BeanParam ListParameters parameters) {
        parameters.allowOnly("website_id", "payment_id", "client_id", "config_id", "status", "outcome", "from", "to");
        return reminders.list(
                new Filters()
                        .equal(
                                "r.tenant",
                                Parameters.uuid("website_id", websiteId).map(UUID::toString))
                        .equal("r.paymentId", Parameters.uuid("payment_id", paymentId))
                        .equal("r.clientId", Parameters.uuid("client_id", clientId))
                        .equal("r.configId", Parameters.uuid("config_id", configId))
                        .equal("r.status", Parameters.oneOf("status", status, ReminderStatus.class))
                        .equal("r.outcome", Parameters.oneOf("outcome", outcome, ReminderOutcome.class))
                        .from("r.createdAt", Parameters.instant("from", from))
                        .until("r.createdAt", Parameters.instant("to", to)),
                parameters);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"superadmin", "admin", "support", "client"})
    @SelectableFields(ReminderView.class)
    @Operation(summary = "Read a reminder")
    public ReminderView read(@PathParam("id") UUID id) {
        return reminders.read(id);
    }
}
