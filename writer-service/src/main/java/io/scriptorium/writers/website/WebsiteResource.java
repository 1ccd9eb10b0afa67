package io.scriptorium.writers.website;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.scriptorium.platform.Cursor;
import io.scriptorium.platform.MergePatch;
import io.scriptorium.platform.Page;
import io.scriptorium.platform.Parameters;
import io.scriptorium.platform.Versions;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

@Path("/api/v1/websites")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed("superadmin")
@Blocking
@Tag(name = "Websites")
public class WebsiteResource {
    private final WebsiteService websites;

    WebsiteResource(WebsiteService websites) {
        this.websites = websites;
    }

    @POST
    @Operation(summary = "Create a website", description = "409 when the domain is taken.")
    public RestResponse<WebsiteView> create(@NotNull @Valid WebsiteFields fields) {
        WebsiteView made = websites.create(fields);
        return ResponseBuilder.<WebsiteView>created(URI.create("/api/v1/websites/" + made.id()))
                .entity(made)
                .header(HttpHeaders.ETAG, Versions.tag(made.version()))
                .build();
    }

    @GET
    @Operation(summary = "List the websites, the oldest first")
    public Page<WebsiteView> list(
            @QueryParam("limit") String limit, @QueryParam("cursor") String cursor, @Context UriInfo uri) {
        Parameters.allowOnly(uri, "limit", "cursor");
        UUID after = Cursor.parse(cursor, 1)
                .map(position -> Cursor.uuid(position.key().get(0)))
                .orElse(null);
        return websites.list(after, Parameters.limit(limit));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Read a website")
    public RestResponse<WebsiteView> read(@PathParam("id") UUID id) {
        return withTag(websites.read(id));
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @Operation(
            summary = "Change some fields of a website",
            description = "A JSON merge patch. Needs If-Match: 428 without, 412 when it was changed meanwhile.")
    @RequestBody(content = @Content(schema = @Schema(implementation = WebsiteFields.class)))
    public RestResponse<WebsiteView> update(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, JsonNode patch)
            throws JsonProcessingException {
        return withTag(websites.update(id, ifMatch, patch));
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Delete a website that has no accounts", description = "409 while it has some.")
    public void delete(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        websites.delete(id, ifMatch);
    }

    private static RestResponse<WebsiteView> withTag(WebsiteView website) {
        return ResponseBuilder.ok(website)
                .header(HttpHeaders.ETAG, Versions.tag(website.version()))
                .build();
    }
}
