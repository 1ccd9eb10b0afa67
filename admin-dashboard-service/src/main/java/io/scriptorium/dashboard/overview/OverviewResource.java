package io.scriptorium.dashboard.overview;

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
public class OverviewResource {
    private final DashboardService dashboards;

    OverviewResource(DashboardService dashboards) {
        this.dashboards = dashboards;
    }

    @GET
    @Path("overview")
    @Operation(
            summary = "The headlines of all dashboards in one answer",
            description =
                    "Users, payment reminders, special orders, tips, payments, writers and tickets. Each number is defined as in its own dashboard.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = OverviewView.class)))
    @APIResponse(responseCode = "304", description = "If-None-Match names the present ETag")
    public Response overview(@BeanParam DashboardParameters parameters) {
        return dashboards.answer(OverviewDashboard.NAME, parameters);
    }
}
