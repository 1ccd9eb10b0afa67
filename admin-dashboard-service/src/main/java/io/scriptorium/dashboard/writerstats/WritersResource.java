package io.scriptorium.dashboard.writerstats;

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
public class WritersResource {
    private final DashboardService dashboards;

    WritersResource(DashboardService dashboards) {
        this.dashboards = dashboards;
    }

    @GET
    @Path("writers")
    @Operation(
            summary = "The writers: how many, how rated, what they ask for, and who has done most",
            description =
                    "Earnings are of one currency: those of the websites that have it. A request counts as approved on the day of the decision.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = WritersView.class)))
    @APIResponse(responseCode = "304", description = "If-None-Match names the present ETag")
    public Response writers(@BeanParam DashboardParameters parameters) {
        return dashboards.answer(WritersDashboard.NAME, parameters);
    }
}
