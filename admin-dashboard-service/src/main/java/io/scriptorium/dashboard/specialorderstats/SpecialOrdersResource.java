package io.scriptorium.dashboard.specialorderstats;

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
public class SpecialOrdersResource {
    private final DashboardService dashboards;

    SpecialOrdersResource(DashboardService dashboards) {
        this.dashboards = dashboards;
    }

    @GET
    @Path("special-orders")
    @Operation(
            summary = "The special orders: how many are in which state, and what they bring",
            description = "recent_summary is of the last 30 days unless others are asked for.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SpecialOrdersView.class)))
    @APIResponse(responseCode = "304", description = "If-None-Match names the present ETag")
    public Response summary(@BeanParam DashboardParameters parameters) {
        return dashboards.answer(SpecialOrdersDashboard.NAME, parameters);
    }

    @GET
    @Path("special-orders/analytics")
    @Operation(
            summary = "How special orders develop, and what becomes of them",
            description = "Of those that were created within the last 365 days, unless others are asked for.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = SpecialOrderAnalyticsView.class)))
    @APIResponse(responseCode = "304", description = "If-None-Match names the present ETag")
    public Response analytics(@BeanParam DashboardParameters parameters) {
        return dashboards.answer(SpecialOrderAnalyticsDashboard.NAME, parameters);
    }

    @GET
    @Path("special-orders/installments")
    @Operation(
            summary = "The installments of special orders: what is paid, overdue, and due by when",
            description = "Of all times; takes no days.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = SpecialOrderInstallmentsView.class)))
    @APIResponse(responseCode = "304", description = "If-None-Match names the present ETag")
    public Response installments(@BeanParam DashboardParameters parameters) {
        return dashboards.answer(SpecialOrderInstallmentsDashboard.NAME, parameters);
    }
}
