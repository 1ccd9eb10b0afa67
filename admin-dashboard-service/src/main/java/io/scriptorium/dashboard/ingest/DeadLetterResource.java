package io.scriptorium.dashboard.ingest;

import io.scriptorium.platform.Cursor;
import io.scriptorium.platform.Page;
import io.scriptorium.platform.Parameters;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/admin/operations/dead-letters")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("superadmin")
@Blocking
@Tag(name = "Operations")
public class DeadLetterResource {
    private final DeadLetters deadLetters;

    DeadLetterResource(DeadLetters deadLetters) {
        this.deadLetters = deadLetters;
    }

    @GET
    @Operation(summary = "The records that could not be read, the newest first")
    public Page<DeadLetterView> list(
            @QueryParam("limit") String limit, @QueryParam("cursor") String cursor, @Context UriInfo uri) {
        Parameters.allowOnly(uri, "limit", "cursor");
        int rows = Parameters.limit(limit);
        long before = Cursor.parse(cursor, 1)
                .map(position -> Cursor.number(position.key().get(0)))
                .orElse(Long.MAX_VALUE);
        return Page.of(
                deadLetters.page(before, rows + 1),
                rows,
                letter -> Cursor.at(Long.toString(letter.id())),
                UnaryOperator.identity());
    }
}
