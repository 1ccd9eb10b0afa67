package io.scriptorium.dashboard.tipstats;

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
public class TipsResource {
    private final DashboardService dashboards;

    TipsResource(DashboardService dashboards) {
        this.dashboards = dashboards;
    }

    @GET
    @Path("tips")
    @Operation(
            summary = "The tips: how many there are, and who gets what of them",
            description = "recent_summary is of the last 30 days unless others are asked for.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TipsView.class)))
    @APIResponse(responseCode = "304", description = "If-None-Match names the present ETag")
    public Response summary(@BeanParam DashboardParameters parameters) {
        return dashboards.answer(TipsDashboard.NAME, parameters);
    }

    @GET
    @Path("tips/analytics")
    @Operation(
            summary = "How tips develop, and who gives and gets most",
            description = "Of the last 30 days unless others are asked for.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TipAnalyticsView.class)))
    @APIResponse(responseCode = "304", description = "If-None-Match names the present ETag")
    public Response analytics(@BeanParam DashboardParameters parameters) {
        return dashboards.answer(TipAnalyticsDashboard.NAME, parameters);
    }

    @GET
    @Path("tips/earnings")
    @Operation(
            summary = "What completed tips have brought to the writers and to the platform",
            description = "Of all time unless days are asked for.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TipEarningsView.class)))
    @APIResponse(responseCode = "304", description = "If-None-Match names the present ETag")
    public Response earnings(@BeanParam DashboardParameters parameters) {
        return dashboards.answer(TipEarningsDashboard.NAME, parameters);
    }
}
