package io.scriptorium.dashboard.userstats;

import io.scriptorium.dashboard.platform.StatsScope;
import io.scriptorium.platform.Caller;
import io.scriptorium.platform.Parameters;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/admin/dashboards/users")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "Dashboards")
public class UsersResource {
    private static final int MAX_DAYS = 366;
    private static final int DEFAULT_DAYS = 30;

    private final UserStatsService users;
    private final Caller caller;

    UsersResource(UserStatsService users, Caller caller) {
        this.users = users;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({"superadmin", "admin", "support"})
    @Operation(
            summary = "The users: how many there are, and how many are new",
            description = "Cache-Status says whether the answer was cached, Server-Timing how many statements it took.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = UsersView.class)))
    @APIResponse(responseCode = "304", description = "If-None-Match names the present ETag")
    public Response users(
            @Parameter(description = "One website; a superadmin who leaves it out sees all") @QueryParam("website_id")
                    String websiteId,
            @Parameter(description = "How many UTC days, today included: 1 to 366, otherwise 30") @QueryParam("days")
                    String days,
            @Parameter(description = "true skips the cache, and replaces what is there") @QueryParam("refresh")
                    String refresh,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        Parameters.allowOnly(uri, "website_id", "days", "refresh");
        StatsScope scope = StatsScope.of(caller, Parameters.uuid("website_id", websiteId));
        return users.users(
                        caller,
                        scope,
                        Parameters.wholeNumber("days", days, 1, MAX_DAYS, DEFAULT_DAYS),
                        Parameters.flag("refresh", refresh).orElse(false))
                .toResponse(headers);
    }
}
