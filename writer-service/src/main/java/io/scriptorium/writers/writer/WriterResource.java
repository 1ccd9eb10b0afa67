package io.scriptorium.writers.writer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.scriptorium.owner.list.Filters;
import io.scriptorium.owner.list.ListParameters;
import io.scriptorium.owner.list.SelectableFields;
import io.scriptorium.platform.MergePatch;
import io.scriptorium.platform.Page;
import io.scriptorium.platform.Parameters;
import io.scriptorium.platform.Versions;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

@Path("/api/v1/writers")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
@Tag(
        name = "Writers",
        description = "Profiles of those who write on a website. A writer who leaves is closed, never deleted.")
public class WriterResource {
    private final WriterService writers;

    WriterResource(WriterService writers) {
        this.writers = writers;
    }

    @POST
    @RolesAllowed({"superadmin", "admin", "writer"})
    @Operation(
            summary = "Make an account's profile, or apply with one's own",
            description = "409 when the account has one. Of a writer: always applied, without level and not verified.")
    public RestResponse<WriterView> create(
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = CreateWriterRequest.class),
                                            examples = {
                                                @ExampleObject(name = "by staff", value = """
                                                        {"writer_id": "0199f1a2-0000-7000-8000-000000000002",
                                                         "status": "probation", "pen_name": "A. Lovelace",
                                                         "level_id": "0199f1a2-0000-7000-8000-000000000011",
                                                         "time_zone": "Europe/London", "subjects": ["Mathematics"],
                                                         "payment_schedule": "monthly", "verified": true}"""),
                                                @ExampleObject(name = "an application", value = """
                                                        {"pen_name": "A. Lovelace", "time_zone": "Europe/London",
                                                         "skills": ["Proofs", "Translation"],
                                                         "subjects": ["Mathematics"],
                                                         "introduction": "I write about engines.",
                                                         "payment_schedule": "bi_weekly"}""")
                                            }))
                    @NotNull
                    @Valid
                    CreateWriterRequest request) {
        WriterView made = writers.create(request);
        return ResponseBuilder.<WriterView>created(URI.create("/api/v1/writers/" + made.id()))
                .entity(made)
                .header(HttpHeaders.ETAG, Versions.tag(made.version()))
                .build();
    }

    @GET
    @RolesAllowed({"superadmin", "admin", "support", "writer"})
    @SelectableFields(WriterRowView.class)
    @Operation(
            summary = "List writers, the newest first unless sorted otherwise",
            description = "What a table's row shows. Writers find themselves alone.")
    public Page<WriterRowView> list(
            @Parameter(description = "Those of one website") @QueryParam("website_id") String websiteId,
            @Parameter(description = "The account's") @QueryParam("writer_id") String writerId,
            @Parameter(description = "Those of a level") @QueryParam("level_id") String levelId,
            @Parameter(description = "applied, active, on_break, probation, suspended or closed") @QueryParam("status")
                    String status,
            @Parameter(description = "Whether they may work: active or on probation") @QueryParam("is_active")
                    String active,
            @Parameter(description = "Whether orders may be given to them unasked")
                    @QueryParam("is_available_for_auto_assignments")
                    String available,
            @Parameter(description = "In full, such as W-10423") @QueryParam("registration_id") String registrationId,
            @BeanParam ListParameters parameters) {
        parameters.allowOnly(
                "website_id",
                "writer_id",
                "level_id",
                "status",
                "is_active",
                "is_available_for_auto_assignments",
                "registration_id");
        Filters filters = new Filters()
                .equal("w.tenant", Parameters.uuid("website_id", websiteId).map(UUID::toString))
                .equal("w.writerId", Parameters.uuid("writer_id", writerId))
                .equal("w.levelId", Parameters.uuid("level_id", levelId))
                .equal("w.status", Parameters.oneOf("status", status, WriterStatus.class))
                .equal("w.isActive", Parameters.flag("is_active", active))
                .equal(
                        "w.isAvailableForAutoAssignments",
                        Parameters.flag("is_available_for_auto_assignments", available))
                .equal("w.registrationId", Parameters.text("registration_id", registrationId, 32));
        return writers.list(filters, parameters);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"superadmin", "admin", "support", "writer"})
    @SelectableFields(WriterView.class)
    @Operation(summary = "Read a writer in full", description = "Writers read themselves.")
    public RestResponse<WriterView> read(@PathParam("id") UUID id) {
        return withTag(writers.read(id));
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @RolesAllowed({"superadmin", "admin", "writer"})
    @Operation(
            summary = "Change some fields of a writer",
            description = "A JSON merge patch. Needs If-Match: 428 without, 412 when it was edited meanwhile. Writers"
                    + " change their own introduction, skills and availability: 403 for the rest.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = WriterFields.class),
                            examples = {
                                @ExampleObject(name = "by staff", value = """
                                        {"level_id": "0199f1a2-0000-7000-8000-000000000011", "verified": true}"""),
                                @ExampleObject(name = "by the writer", value = """
                                        {"is_available_for_auto_assignments": false,
                                         "availability_message": "Back on Monday"}""")
                            }))
    public RestResponse<WriterView> update(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, JsonNode patch)
            throws JsonProcessingException {
        return withTag(writers.update(id, ifMatch, patch));
    }

    @POST
    @Path("/{id}/status")
    @RolesAllowed({"superadmin", "admin"})
    @Operation(
            summary = "Change where a writer stands",
            description = "409, which names what would do: applied → active, probation, closed; active → on_break,"
                    + " probation, suspended, closed; on_break → active, probation, suspended, closed; probation →"
                    + " active, on_break, suspended, closed; suspended → active, probation, closed; closed → applied.")
    public RestResponse<WriterView> changeStatus(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = ChangeWriterStatusRequest.class),
                                            examples = @ExampleObject(name = "suspension", value = """
                                                    {"status": "suspended", "reason": "Copied a text"}""")))
                    @NotNull
                    @Valid
                    ChangeWriterStatusRequest request) {
        return withTag(writers.changeStatus(id, ifMatch, request));
    }

    @POST
    @Path("/{id}/reviews")
    @RolesAllowed({"superadmin", "admin", "support"})
    @Operation(
            summary = "Count a review of a writer",
            description =
                    "Moves the rating, which is the exact mean of all scores. Send If-Match, so that a review sent"
                            + " twice counts once.")
    public RestResponse<WriterView> review(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = ReviewWriterRequest.class),
                                            examples = @ExampleObject(name = "the best", value = "{\"score\": 5}")))
                    @NotNull
                    @Valid
                    ReviewWriterRequest request) {
        return withTag(writers.review(id, ifMatch, request.score()));
    }

    private static RestResponse<WriterView> withTag(WriterView writer) {
        return ResponseBuilder.ok(writer)
                .header(HttpHeaders.ETAG, Versions.tag(writer.version()))
                .build();
    }
}
