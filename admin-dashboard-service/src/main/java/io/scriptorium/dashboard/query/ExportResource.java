package io.scriptorium.dashboard.query;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/admin/dashboards")
@Produces("text/csv")
@Blocking
@RolesAllowed({"superadmin", "admin", "support"})
@Tag(name = "Dashboards")
public class ExportResource {
    private final DashboardService dashboards;

    ExportResource(DashboardService dashboards) {
        this.dashboards = dashboards;
    }

    @GET
    @Path("{dashboard}/export.csv")
    @Operation(
            summary = "A table of a dashboard as CSV",
            description = "Takes what the dashboard takes. RFC 4180, UTF-8; the header names units and the currency. "
                    + "Text that a spreadsheet would run as a formula has an apostrophe before it.")
    @APIResponse(responseCode = "200", description = "The table")
    @APIResponse(responseCode = "304", description = "If-None-Match names the present ETag")
    public Response export(
            @Parameter(description = "Such as users or tips") @PathParam("dashboard") String dashboard,
            @Parameter(description = "Its place in the dashboard, such as breakdowns.by_type", required = true)
                    @QueryParam("table")
                    String table,
            @BeanParam DashboardParameters parameters) {
        return dashboards.export(dashboard, table, parameters);
    }

    @GET
    @Path("{dashboard}/{part}/export.csv")
    @Operation(summary = "A table of a part of a dashboard as CSV", description = "As of the dashboard itself.")
    @APIResponse(responseCode = "200", description = "The table")
    @APIResponse(responseCode = "304", description = "If-None-Match names the present ETag")
    public Response exportOfPart(
            @Parameter(description = "Such as tips") @PathParam("dashboard") String dashboard,
            @Parameter(description = "Such as analytics") @PathParam("part") String part,
            @Parameter(description = "Its place in the dashboard, such as trends.weekly", required = true)
                    @QueryParam("table")
                    String table,
            @BeanParam DashboardParameters parameters) {
        return dashboards.export(dashboard + "/" + part, table, parameters);
    }
}
