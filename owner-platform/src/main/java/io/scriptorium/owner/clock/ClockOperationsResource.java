package io.scriptorium.owner.clock;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;

/**
 * The clock of a suite for trying out, which may be lived through a past in minutes. A service extends it with its own
 * path, {@code /api/v1/SERVICE/clock}. Everywhere else, moving it is refused.
 */
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public abstract class ClockOperationsResource {
    private final ClockOperations clock;

    protected ClockOperationsResource(ClockOperations clock) {
        this.clock = clock;
    }

    @GET
    @RolesAllowed("superadmin")
    @Operation(summary = "What the service takes the time to be")
    public ClockView view() {
        return clock.view();
    }

    @POST
    @Path("/move")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("superadmin")
    @Operation(
            summary = "Put the clock back, or forward again from there",
            description =
                    "Only where scriptorium.clock.movable is set, which is for suites for trying out; 403 otherwise."
                            + " Not into the future (422), and not back again from where it is (409). It is right again a minute"
                            + " after the last move.")
    @RequestBody(
            content =
                    @Content(
                            examples =
                                    @ExampleObject(name = "a morning", value = "{\"now\": \"2026-06-01T10:00:00Z\"}")))
    public ClockView move(@NotNull @Valid MoveClockRequest request) {
        return clock.moveTo(request.now());
    }

    @DELETE
    @RolesAllowed("superadmin")
    @Operation(summary = "Set the clock right")
    public ClockView setRight() {
        return clock.setRight();
    }

    public record MoveClockRequest(@NotNull Instant now) {}
}
