package io.scriptorium.dashboard.userstats;

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
public class UsersResource {
    private final DashboardService dashboards;

    UsersResource(DashboardService dashboards) {
        this.dashboards = dashboards;
    }

    @GET
    @Path("users")
    @Operation(
            summary = "The users: how many there are, and how many are new",
            description = "Of the last 30 days unless others are asked for. "
                    + "Cache-Status says whether the answer was cached, Server-Timing how many statements it took.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = UsersView.class)))
    @APIResponse(responseCode = "304", description = "If-None-Match names the present ETag")
    public Response users(@BeanParam DashboardParameters parameters) {
        return dashboards.answer(UsersDashboard.NAME, parameters);
    }
}
