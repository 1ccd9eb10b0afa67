package io.scriptorium.payments.reminderconfig;

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

@Path("/api/v1/reminder-configs")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
@Tag(
        name = "Reminder configs",
        description = "When and how clients are reminded of a payment. Admins work on the own website, a superadmin on"
                + " all; support reads.")
public class ReminderConfigResource {
    private static final String WHOLE = """
            {
              "website_id": "0199f1a2-0000-7000-8000-000000000001",
              "name": "Halfway",
              "deadline_percentage": 50,
              "email_subject": "Your payment to {website} is due on {due_date}",
              "message": "Dear {client_name},\\n\\n{amount} {currency} is due on {due_date}.",
              "by_email": true,
              "by_notification": true,
              "is_active": true,
              "display_order": 1
            }
            """;
    private static final String PART = """
            {"deadline_percentage": 60, "is_active": false}
            """;

    private final ReminderConfigService configs;

    ReminderConfigResource(ReminderConfigService configs) {
        this.configs = configs;
    }

    @POST
    @RolesAllowed({"superadmin", "admin"})
    @Operation(
            summary = "Create a reminder config",
            description = "409 when the website has a config of that percentage; 422 for a placeholder that is unknown."
                    + " Pending payments whose moment has passed are reminded at once.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = CreateReminderConfigRequest.class),
                            examples = @ExampleObject(name = "halfway", value = WHOLE)))
    public RestResponse<ReminderConfigView> create(@NotNull @Valid CreateReminderConfigRequest request) {
        ReminderConfigView made = configs.create(request);
        return ResponseBuilder.<ReminderConfigView>created(URI.create("/api/v1/reminder-configs/" + made.id()))
                .entity(made)
                .header(HttpHeaders.ETAG, Versions.tag(made.version()))
                .build();
    }

    @GET
    @RolesAllowed({"superadmin", "admin", "support"})
    @SelectableFields(ReminderConfigView.class)
    @Operation(summary = "List reminder configs in their display order")
    public Page<ReminderConfigView> list(
            @Parameter(description = "Of that website alone") @QueryParam("website_id") String websiteId,
            @Parameter(description = "Those in use, or those that are not") @QueryParam("is_active") String active,
            @BeanParam ListParameters parameters) {
        parameters.allowOnly("website_id", "is_active");
        return configs.list(
                new Filters()
                        .equal(
                                "c.tenant",
                                Parameters.uuid("website_id", websiteId).map(UUID::toString))
                        .equal("c.active", Parameters.flag("is_active", active)),
                parameters);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"superadmin", "admin", "support"})
    @SelectableFields(ReminderConfigView.class)
    @Operation(summary = "Read a reminder config")
    public RestResponse<ReminderConfigView> read(@PathParam("id") UUID id) {
        return withTag(configs.read(id));
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @RolesAllowed({"superadmin", "admin"})
    @Operation(
            summary = "Change some fields of a reminder config",
            description = "A JSON merge patch. Needs If-Match: 428 without, 412 when it was changed meanwhile. What was"
                    + " sent already is not sent again.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ReminderConfigFields.class),
                            examples = @ExampleObject(name = "later, and not now", value = PART)))
    public RestResponse<ReminderConfigView> update(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, JsonNode patch)
            throws JsonProcessingException {
        return withTag(configs.update(id, ifMatch, patch));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed({"superadmin", "admin"})
    @Operation(summary = "Delete a reminder config", description = "409 when reminders were made from it.")
    public void delete(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        configs.delete(id, ifMatch);
    }

    private static RestResponse<ReminderConfigView> withTag(ReminderConfigView config) {
        return ResponseBuilder.ok(config)
                .header(HttpHeaders.ETAG, Versions.tag(config.version()))
                .build();
    }
}
