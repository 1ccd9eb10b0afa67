package io.scriptorium.dashboard.reminderstats;

import io.scriptorium.dashboard.query.DashboardParameters;
import io.scriptorium.dashboard.query.DashboardService;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/admin/dashboards")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@RolesAllowed({"superadmin", "admin", "support"})
@Tag(name = "Dashboards")
public class PaymentRemindersResource {
    private final DashboardService dashboards;

    PaymentRemindersResource(DashboardService dashboards) {
        this.dashboards = dashboards;
    }

    @GET
    @Path("payment-reminders")
    @Operation(
            summary = "The payment reminders: configured, sent, and what became of the payments",
            description =
                    "Of what was sent by each configuration: how many payments were paid afterwards, expired, or are open still.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = PaymentRemindersView.class)))
    @APIResponse(responseCode = "304", description = "If-None-Match names the present ETag")
    public Response paymentReminders(@BeanParam DashboardParameters parameters) {
        return dashboards.answer(PaymentRemindersDashboard.NAME, parameters);
    }
}
