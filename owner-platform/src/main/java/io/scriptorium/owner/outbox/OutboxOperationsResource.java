package io.scriptorium.owner.outbox;

import io.scriptorium.outbox.OutboxMonitor;
import io.scriptorium.outbox.OutboxStatus;
import io.scriptorium.outbox.ParkedChange;
import io.scriptorium.outbox.ParkedChanges;
import io.scriptorium.outbox.Republisher;
import io.scriptorium.platform.Cursor;
import io.scriptorium.platform.Page;
import io.scriptorium.platform.Parameters;
import io.scriptorium.platform.Problem;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The outbox, for whoever runs the suite. A service extends it with its own path, {@code /api/v1/SERVICE/outbox}:
 * gateways know services by their paths.
 */
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public abstract class OutboxOperationsResource {
    private final OutboxMonitor monitor;
    private final ParkedChanges parked;
    private final Republisher republisher;

    protected OutboxOperationsResource(OutboxMonitor monitor, ParkedChanges parked, Republisher republisher) {
        this.monitor = monitor;
        this.parked = parked;
        this.republisher = republisher;
    }

    @GET
    @RolesAllowed("superadmin")
    @Operation(summary = "How far the outbox is behind")
    public StatusView status() {
        OutboxStatus status = monitor.status();
        Double seconds = status.oldestAge() == null ? null : status.oldestAge().toMillis() / 1000.0;
        return new StatusView(status.depth(), seconds, status.parked());
    }

    @GET
    @Path("/parked")
    @RolesAllowed("superadmin")
    @Operation(summary = "The changes that cannot be sent, the oldest first")
    public Page<ParkedChange> parked(
            @QueryParam("limit") String limit, @QueryParam("cursor") String cursor, @Context UriInfo uri) {
        Parameters.allowOnly(uri, "limit", "cursor");
        int rows = Parameters.limit(limit);
        long after = Cursor.parse(cursor, 1)
                .map(position -> Cursor.number(position.key().get(0)))
                .orElse(0L);
        return Page.of(
                parked.list(rows + 1, after),
                rows,
                change -> Cursor.at(Long.toString(change.id())),
                UnaryOperator.identity());
    }

    @POST
    @Path("/parked/{id}/release")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed("superadmin")
    @Operation(summary = "Send a parked change again, before those that it holds back")
    public void release(@PathParam("id") long id) {
        if (!release(parked, id)) {
            throw Problem.notFound("parked change " + id);
        }
    }

    @DELETE
    @Path("/parked/{id}")
    @RolesAllowed("superadmin")
    @Operation(summary = "Give a parked change up, and let those go that it holds back")
    public void discard(@PathParam("id") long id) {
        if (!parked.discard(id)) {
            throw Problem.notFound("parked change " + id);
        }
    }

    @POST
    @Path("/republish")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("superadmin")
    @Operation(
            summary = "Publish the present state of every aggregate of a kind again",
            description = "Answers when all are in the outbox. If it is interrupted, run it again.")
    public RepublishedView republish(@NotNull @Valid RepublishRequest request) {
        String website =
                request.websiteId() == null ? null : request.websiteId().toString();
        try {
            return new RepublishedView(republisher.republish(request.aggregate(), website));
        } catch (IllegalArgumentException unknown) {
            throw Problem.invalid("aggregate", unknown.getMessage());
        }
    }

    private static boolean release(ParkedChanges parked, long id) {
        try {
            return parked.release(id);
        } catch (IllegalStateException nothingToSend) {
            throw Problem.conflict(nothingToSend.getMessage());
        }
    }

    /**
     * @param depth changes that wait to be sent
     * @param oldestAgeSeconds how long the oldest of them has waited; null when there is none
     * @param parked changes that cannot be sent
     */
    public record StatusView(long depth, Double oldestAgeSeconds, long parked) {}

    /**
     * @param aggregate what the service calls it: {@code website}, {@code tip}, …
     * @param websiteId only those of one website; all unless given
     */
    @Schema(examples = """
            {"aggregate": "account", "website_id": "0199f1a2-0000-7000-8000-000000000001"}
            """)
    public record RepublishRequest(@NotNull String aggregate, UUID websiteId) {}

    public record RepublishedView(long republished) {}
}
