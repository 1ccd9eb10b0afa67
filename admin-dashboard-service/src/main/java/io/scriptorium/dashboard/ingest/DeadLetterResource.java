package io.scriptorium.dashboard.ingest;

import io.scriptorium.platform.Cursor;
import io.scriptorium.platform.Page;
import io.scriptorium.platform.Parameters;
import io.scriptorium.platform.Problem;
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
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/admin/operations/dead-letters")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("superadmin")
@Blocking
@Tag(name = "Operations")
public class DeadLetterResource {
    private final DeadLetters deadLetters;
    private final ChangeBatches batches;

    DeadLetterResource(DeadLetters deadLetters, ChangeBatches batches) {
        this.deadLetters = deadLetters;
        this.batches = batches;
    }

    @GET
    @Operation(summary = "The records that could not be read, the newest first")
    public Page<DeadLetterView> list(
            @Parameter(description = "How many at most, up to 200; 50 unless given") @QueryParam("limit") String limit,
            @Parameter(description = "next_cursor of the page before") @QueryParam("cursor") String cursor,
            @Context UriInfo uri) {
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

    @GET
    @Path("/{id}")
    @Operation(summary = "Read a dead letter with its value")
    public DeadLetterView read(@Parameter(description = "A dead letter's id") @PathParam("id") long id) {
        return deadLetters.read(id).orElseThrow(() -> notFound(id));
    }

    @POST
    @Path("/{id}/retry")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Take a dead letter after all",
            description =
                    "Takes no body. 409 when it is refused again. What a newer change has overtaken changes nothing.")
    public void retry(@Parameter(description = "A dead letter's id") @PathParam("id") long id) {
        ConsumerRecord<String, byte[]> record = deadLetters.record(id).orElseThrow(() -> notFound(id));
        retryOf(record, id).ifPresent(cause -> {
            throw Problem.conflict("It is refused still: " + cause + ". Discard it, or repair what refuses it.");
        });
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Give a dead letter up; the dead-letter topic keeps its copy")
    public void discard(@Parameter(description = "A dead letter's id") @PathParam("id") long id) {
        if (!deadLetters.discard(id)) {
            throw notFound(id);
        }
    }

    private Optional<String> retryOf(ConsumerRecord<String, byte[]> record, long id) {
        try {
            return batches.takeAgain(record, id);
        } catch (SQLException away) {
            throw new IllegalStateException("the dead letter cannot be retried", away);
        }
    }

    private static Problem notFound(long id) {
        return Problem.notFound("dead letter " + id);
    }
}
