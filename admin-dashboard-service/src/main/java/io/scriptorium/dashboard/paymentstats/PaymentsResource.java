package io.scriptorium.dashboard.paymentstats;

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
public class PaymentsResource {
    private final DashboardService dashboards;

    PaymentsResource(DashboardService dashboards) {
        this.dashboards = dashboards;
    }

    @GET
    @Path("payments")
    @Operation(
            summary = "The payments: owed, paid and given back",
            description =
                    "Revenue counts on the day of payment, a refund on the day of the refund. Amounts are of one currency, counts of all.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PaymentsView.class)))
    @APIResponse(responseCode = "304", description = "If-None-Match names the present ETag")
    public Response payments(@BeanParam DashboardParameters parameters) {
        return dashboards.answer(PaymentsDashboard.NAME, parameters);
    }
}
