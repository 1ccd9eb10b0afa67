package io.scriptorium.dashboard.repair;

import io.scriptorium.platform.Problem;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/admin/operations")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("superadmin")
@Blocking
@Tag(name = "Operations", description = "For whoever runs the suite.")
public class RepairResource {
    private final Repair repair;
    private final Recount recount;
    private final Replay replay;

    RepairResource(Repair repair, Recount recount, Replay replay) {
        this.repair = repair;
        this.recount = recount;
        this.replay = replay;
    }

    @GET
    @Path("/drift")
    @Operation(summary = "Compare the counters with the facts")
    public DriftView drift() {
        return repair.drift();
    }

    @POST
    @Path("/recount")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Make the counters again from the facts",
            description = "Takes no body. In one transaction, during which no change is counted. 409 while one runs.")
    public RestResponse<RecountView> startRecount() {
        return RestResponse.status(RestResponse.Status.ACCEPTED, recount.start());
    }

    @GET
    @Path("/recount")
    @Operation(summary = "How far the latest recount of this replica is")
    public RecountView recount() {
        return recount.progress().orElseThrow(() -> Problem.notFound("recount since this replica started"));
    }

    @POST
    @Path("/replay")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Read a topic again from its beginning", description = "409 while another replay runs.")
    public RestResponse<ReplayView> startReplay(@NotNull @Valid ReplayRequest request) {
        return RestResponse.status(RestResponse.Status.ACCEPTED, replay.start(request.topic()));
    }

    @GET
    @Path("/replay")
    @Operation(summary = "How far the latest replay of this replica is")
    public ReplayView replay() {
        return replay.progress().orElseThrow(() -> Problem.notFound("replay since this replica started"));
    }

    /** @param topic such as {@code writers.account.changes} */
    @Schema(examples = "{\"topic\": \"writers.account.changes\"}")
    public record ReplayRequest(@NotNull String topic) {}
}
