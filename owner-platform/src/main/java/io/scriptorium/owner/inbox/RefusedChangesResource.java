package io.scriptorium.owner.inbox;

import io.scriptorium.platform.Cursor;
import io.scriptorium.platform.Page;
import io.scriptorium.platform.Parameters;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * The refused changes, for whoever runs the suite. A service extends it with its own path,
 * {@code /api/v1/SERVICE/refused-changes}: gateways know services by their paths.
 */
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public abstract class RefusedChangesResource {
    private final RefusedChanges refused;

    protected RefusedChangesResource(RefusedChanges refused) {
        this.refused = refused;
    }

    @GET
    @RolesAllowed("superadmin")
    @Operation(summary = "The changes of other services that could not be applied here, the newest first")
    public Page<RefusedChangeView> list(
            @QueryParam("limit") String limit, @QueryParam("cursor") String cursor, @Context UriInfo uri) {
        Parameters.allowOnly(uri, "limit", "cursor");
        int rows = Parameters.limit(limit);
        long before = Cursor.parse(cursor, 1)
                .map(position -> Cursor.number(position.key().get(0)))
                .orElse(Long.MAX_VALUE);
        return Page.of(
                refused.page(before, rows + 1),
                rows,
                change -> Cursor.at(Long.toString(change.id())),
                UnaryOperator.identity());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("superadmin")
    @Operation(summary = "Read a refused change with its value")
    public RefusedChangeView read(@PathParam("id") long id) {
        return refused.read(id);
    }

    @POST
    @Path("/{id}/retry")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed("superadmin")
    @Operation(
            summary = "Apply a refused change after all",
            description = "Takes no body. 409 when it is refused again. What a newer change has overtaken is let go.")
    public RetriedView retry(@PathParam("id") long id) {
        return new RetriedView(refused.retry(id));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed("superadmin")
    @Operation(summary = "Give a refused change up")
    public void discard(@PathParam("id") long id) {
        refused.discard(id);
    }

    /** @param applied false when a newer change of the same aggregate had been applied already */
    public record RetriedView(boolean applied) {}
}
