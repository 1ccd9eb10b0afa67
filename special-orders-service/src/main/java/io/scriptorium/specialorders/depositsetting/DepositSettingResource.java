package io.scriptorium.specialorders.depositsetting;

import io.scriptorium.owner.list.Filters;
import io.scriptorium.owner.list.ListParameters;
import io.scriptorium.owner.list.SelectableFields;
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
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
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

@Path("/api/v1/deposit-settings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
@Tag(
        name = "Deposit settings",
        description = "What part of an estimated order is asked for beforehand; 50 % unless set.")
public class DepositSettingResource {
    private final DepositSettingService settings;

    DepositSettingResource(DepositSettingService settings) {
        this.settings = settings;
    }

    @GET
    @RolesAllowed({"superadmin", "admin", "support"})
    @SelectableFields(DepositSettingView.class)
    @Operation(summary = "List the settings that websites have made", description = "Who has none asks for 50 %.")
    public Page<DepositSettingView> list(
            @Parameter(description = "Only that website's") @QueryParam("website_id") String websiteId,
            @BeanParam ListParameters parameters) {
        parameters.allowOnly("website_id");
        return settings.list(new Filters().equal("d.id", Parameters.uuid("website_id", websiteId)), parameters);
    }

    @GET
    @Path("/{website_id}")
    @RolesAllowed({"superadmin", "admin", "support"})
    @SelectableFields(DepositSettingView.class)
    @Operation(summary = "Read a website's setting", description = "50 % at version 0 while it has none.")
    public RestResponse<DepositSettingView> read(
            @Parameter(description = "The website's id") @PathParam("website_id") UUID websiteId) {
        return withTag(settings.read(websiteId));
    }

    @PUT
    @Path("/{website_id}")
    @RolesAllowed({"superadmin", "admin"})
    @Operation(
            summary = "Set a website's deposit",
            description = "For estimates from now on. Needs If-Match: 428 without, 412 when it was changed meanwhile.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = SetDepositRequest.class),
                            examples = @ExampleObject(name = "A quarter", value = "{\"percentage\": 25.00}")))
    public RestResponse<DepositSettingView> set(
            @Parameter(description = "The website's id") @PathParam("website_id") UUID websiteId,
            @Parameter(description = "The ETag of the last read") @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid SetDepositRequest request) {
        return withTag(settings.set(websiteId, ifMatch, request.percentage()));
    }

    private static RestResponse<DepositSettingView> withTag(DepositSettingView setting) {
        return ResponseBuilder.ok(setting)
                .header(HttpHeaders.ETAG, Versions.tag(setting.version()))
                .build();
    }
}
