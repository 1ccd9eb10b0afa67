package io.scriptorium.payments.deletionmessage;

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

@Path("/api/v1/deletion-messages")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
@Tag(
        name = "Deletion messages",
        description =
                "What clients are told when a payment was cancelled because its due date passed. Admins work on the"
                        + " own website, a superadmin on all; support reads.")
public class DeletionMessageResource {
    private static final String WHOLE = """
            {
              "website_id": "0199f1a2-0000-7000-8000-000000000001",
              "name": "Expired",
              "email_subject": "Your payment to {website} has expired",
              "message": "Dear {client_name},\\n\\n{amount} {currency} was due on {due_date} and has been cancelled.",
              "by_email": true,
              "by_notification": false,
              "is_active": true
            }
            """;
    private static final String PART = """
            {"is_active": false}
            """;

    private final DeletionMessageService messages;

    DeletionMessageResource(DeletionMessageService messages) {
        this.messages = messages;
    }

    @POST
    @RolesAllowed({"superadmin", "admin"})
    @Operation(
            summary = "Create a deletion message",
            description = "422 for a placeholder that is unknown. Of several in use, the one created last is sent.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = CreateDeletionMessageRequest.class),
                            examples = @ExampleObject(name = "expired", value = WHOLE)))
    public RestResponse<DeletionMessageView> create(@NotNull @Valid CreateDeletionMessageRequest request) {
        DeletionMessageView made = messages.create(request);
        return ResponseBuilder.<DeletionMessageView>created(URI.create("/api/v1/deletion-messages/" + made.id()))
                .entity(made)
                .header(HttpHeaders.ETAG, Versions.tag(made.version()))
                .build();
    }

    @GET
    @RolesAllowed({"superadmin", "admin", "support"})
    @SelectableFields(DeletionMessageView.class)
    @Operation(summary = "List deletion messages, the newest first")
    public Page<DeletionMessageView> list(
            @Parameter(description = "Of that website alone") @QueryParam("website_id") String websiteId,
            @Parameter(description = "Those in use, or those that are not") @QueryParam("is_active") String active,
            @BeanParam ListParameters parameters) {
        parameters.allowOnly("website_id", "is_active");
        return messages.list(
                new Filters()
                        .equal(
                                "m.tenant",
                                Parameters.uuid("website_id", websiteId).map(UUID::toString))
                        .equal("m.active", Parameters.flag("is_active", active)),
                parameters);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"superadmin", "admin", "support"})
    @SelectableFields(DeletionMessageView.class)
    @Operation(summary = "Read a deletion message")
    public RestResponse<DeletionMessageView> read(@PathParam("id") UUID id) {
        return withTag(messages.read(id));
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @RolesAllowed({"superadmin", "admin"})
    @Operation(
            summary = "Change some fields of a deletion message",
            description = "A JSON merge patch. Needs If-Match: 428 without, 412 when it was changed meanwhile.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = DeletionMessageFields.class),
                            examples = @ExampleObject(name = "not now", value = PART)))
    public RestResponse<DeletionMessageView> update(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, JsonNode patch)
            throws JsonProcessingException {
        return withTag(messages.update(id, ifMatch, patch));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed({"superadmin", "admin"})
    @Operation(summary = "Delete a deletion message", description = "409 when it has been sent.")
    public void delete(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        messages.delete(id, ifMatch);
    }

    private static RestResponse<DeletionMessageView> withTag(DeletionMessageView message) {
        return ResponseBuilder.ok(message)
                .header(HttpHeaders.ETAG, Versions.tag(message.version()))
                .build();
    }
}
