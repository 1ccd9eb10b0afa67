package io.scriptorium.writers.level;

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
import jakarta.ws.rs.DELETE;
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

@Path("/api/v1/writer-levels")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
@Tag(
        name = "Writer levels",
        description = "What writers reach on a website: their share of tips, and how much work at once.")
public class LevelResource {
    private final LevelService levels;

    LevelResource(LevelService levels) {
        this.levels = levels;
    }

    @POST
    @RolesAllowed({"superadmin", "admin"})
    @Operation(summary = "Create a level", description = "409 when the website has a level of that name.")
    public RestResponse<LevelView> create(
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = CreateLevelRequest.class),
                                            examples =
                                                    @ExampleObject(
                                                            name = "advanced",
                                                            value =
                                                                    "{\"name\": \"Advanced\", \"rank\": 2, \"tip_percentage\": 60.00, \"max_open_order_requests\": 5, \"max_active_orders\": 3}")))
                    @NotNull
                    @Valid
                    CreateLevelRequest request) {
        LevelView made = levels.create(request);
        return ResponseBuilder.<LevelView>created(URI.create("/api/v1/writer-levels/" + made.id()))
                .entity(made)
                .header(HttpHeaders.ETAG, Versions.tag(made.version()))
                .build();
    }

    @GET
    @RolesAllowed({"superadmin", "admin", "support", "writer"})
    @SelectableFields(LevelView.class)
    @Operation(summary = "List levels, by rank unless sorted otherwise")
    public Page<LevelView> list(
            @Parameter(description = "Those of one website; others than a superadmin see their own website's alone")
                    @QueryParam("website_id")
                    String websiteId,
            @BeanParam ListParameters parameters) {
        parameters.allowOnly("website_id");
        Filters filters = new Filters()
                .equal("l.tenant", Parameters.uuid("website_id", websiteId).map(UUID::toString));
        return levels.list(filters, parameters);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"superadmin", "admin", "support", "writer"})
    @SelectableFields(LevelView.class)
    @Operation(summary = "Read a level")
    public RestResponse<LevelView> read(@PathParam("id") UUID id) {
        return withTag(levels.read(id));
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @RolesAllowed({"superadmin", "admin"})
    @Operation(
            summary = "Change some fields of a level",
            description = "A JSON merge patch. Needs If-Match: 428 without, 412 when it was changed meanwhile. Another"
                    + " name, rank or percentage publishes each writer of the level again, soon after.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = LevelFields.class),
                            examples =
                                    @ExampleObject(name = "more of the tips", value = "{\"tip_percentage\": 65.00}")))
    public RestResponse<LevelView> update(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, JsonNode patch)
            throws JsonProcessingException {
        return withTag(levels.update(id, ifMatch, patch));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed({"superadmin", "admin"})
    @Operation(summary = "Delete a level that no writer has", description = "409 while writers have it.")
    public void delete(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        levels.delete(id, ifMatch);
    }

    private static RestResponse<LevelView> withTag(LevelView level) {
        return ResponseBuilder.ok(level)
                .header(HttpHeaders.ETAG, Versions.tag(level.version()))
                .build();
    }
}
