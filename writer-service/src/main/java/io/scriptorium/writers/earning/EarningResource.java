package io.scriptorium.writers.earning;

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

@Path("/api/v1/earnings")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"superadmin", "admin", "support", "writer"})
@Blocking
@Tag(name = "Earnings", description = "What each writer earned in each pay period. Writers see their own.")
public class EarningResource {
    private final EarningService earnings;

    EarningResource(EarningService earnings) {
        this.earnings = earnings;
    }

    @GET
    @SelectableFields(EarningRowView.class)
    @Operation(
            summary = "List earnings, the last pay periods first",
            description = "Sorts: period_end, total_earnings.")
    public Page<EarningRowView> list(
            @QueryParam("website_id") String websiteId,
            @Parameter(description = "Of that writer's account") @QueryParam("writer_id") String writerId,
            @Parameter(description = "Periods that end on that day or later") @QueryParam("period_from")
                    String periodFrom,
            @Parameter(description = "Periods that end on that day or before") @QueryParam("period_to") String periodTo,
            @BeanParam ListParameters parameters) {
        parameters.allowOnly("website_id", "writer_id", "period_from", "period_to");
        Filters filters = new Filters()
                .equal("e.tenant", Parameters.uuid("website_id", websiteId).map(UUID::toString))
                .equal("e.writerId", Parameters.uuid("writer_id", writerId))
                .compared("e.period.periodEnd", ">=", Parameters.date("period_from", periodFrom))
                .compared("e.period.periodEnd", "<=", Parameters.date("period_to", periodTo));
        return earnings.list(filters, parameters);
    }

    @GET
    @Path("/{id}")
    @SelectableFields(EarningView.class)
    @Operation(summary = "Read what a writer earned in a pay period")
    public EarningView read(@PathParam("id") UUID id) {
        return earnings.read(id);
    }
}
