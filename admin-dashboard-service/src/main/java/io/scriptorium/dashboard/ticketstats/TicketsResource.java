package io.scriptorium.dashboard.ticketstats;

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
public class TicketsResource {
    private final DashboardService dashboards;

    TicketsResource(DashboardService dashboards) {
        this.dashboards = dashboards;
    }

    @GET
    @Path("tickets")
    @Operation(
            summary = "The support tickets: where they stand, whose they are, and how long they take",
            description =
                    "Times to resolve come from fixed buckets: a percentile is right within the width of its bucket.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TicketsView.class)))
    @APIResponse(responseCode = "304", description = "If-None-Match names the present ETag")
    public Response tickets(@BeanParam DashboardParameters parameters) {
        return dashboards.answer(TicketsDashboard.NAME, parameters);
    }
}
