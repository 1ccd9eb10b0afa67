package io.scriptorium.specialorders.predefinedtype;

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

@Path("/api/v1/predefined-types")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
@Tag(
        name = "Predefined types",
        description = "What is sold at a price per duration. No edit changes an order that exists.")
public class PredefinedTypeResource {
    private static final String EXAMPLE = """
            {"name": "Thesis chapter", "description": "Up to 25 pages.",
             "durations": [{"days": 10, "price": 400.00}, {"days": 20, "price": 325.00}]}
            """;

    private final PredefinedTypeService types;

    PredefinedTypeResource(PredefinedTypeService types) {
        this.types = types;
    }

    @POST
    @RolesAllowed({"superadmin", "admin"})
    @Operation(summary = "Create a predefined type", description = "409 when the website has that name.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = CreatePredefinedTypeRequest.class),
                            examples = @ExampleObject(name = "A thesis chapter", value = EXAMPLE)))
    public RestResponse<PredefinedTypeView> create(@NotNull @Valid CreatePredefinedTypeRequest request) {
        PredefinedTypeView made = types.create(request);
        return ResponseBuilder.<PredefinedTypeView>created(URI.create("/api/v1/predefined-types/" + made.id()))
                .entity(made)
                .header(HttpHeaders.ETAG, Versions.tag(made.version()))
                .build();
    }

    @GET
    @RolesAllowed({"superadmin", "admin", "support", "client"})
    @SelectableFields(PredefinedTypeView.class)
    @Operation(summary = "List predefined types by name", description = "Clients see the active ones.")
    public Page<PredefinedTypeView> list(
            @Parameter(description = "Only that website's") @QueryParam("website_id") String websiteId,
            @Parameter(description = "Only active ones, or only the others") @QueryParam("active") String active,
            @BeanParam ListParameters parameters) {
        parameters.allowOnly("website_id", "active");
        Filters filters = new Filters()
                .equal("t.tenant", Parameters.uuid("website_id", websiteId).map(UUID::toString))
                .is(Parameters.flag("active", active), "t.active", "not t.active");
        return types.list(filters, parameters);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"superadmin", "admin", "support", "client"})
    @SelectableFields(PredefinedTypeView.class)
    @Operation(summary = "Read a predefined type", description = "404 for clients unless it is active.")
    public RestResponse<PredefinedTypeView> read(@PathParam("id") UUID id) {
        return withTag(types.read(id));
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @RolesAllowed({"superadmin", "admin"})
    @Operation(
            summary = "Change some fields of a predefined type",
            description = "A JSON merge patch; durations are replaced as a whole. Needs If-Match: 428 without, 412 when"
                    + " it was changed meanwhile.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = PredefinedTypeFields.class),
                            examples =
                                    @ExampleObject(
                                            name = "Another price",
                                            value = "{\"durations\": [{\"days\": 10, \"price\": 420.00}]}")))
    public RestResponse<PredefinedTypeView> update(
            @PathParam("id") UUID id,
            @Parameter(description = "The ETag of the last read") @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            JsonNode patch)
            throws JsonProcessingException {
        return withTag(types.update(id, ifMatch, patch));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed({"superadmin", "admin"})
    @Operation(summary = "Delete a predefined type", description = "409 when orders refer to it.")
    public void delete(
            @PathParam("id") UUID id,
            @Parameter(description = "The ETag of the last read") @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        types.delete(id, ifMatch);
    }

    private static RestResponse<PredefinedTypeView> withTag(PredefinedTypeView type) {
        return ResponseBuilder.ok(type)
                .header(HttpHeaders.ETAG, Versions.tag(type.version()))
                .build();
    }
}
