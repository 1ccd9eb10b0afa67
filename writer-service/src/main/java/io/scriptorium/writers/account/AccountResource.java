package io.scriptorium.writers.account;

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
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

@Path("/api/v1/accounts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "Accounts", description = "An admin works on the own website, a superadmin on all.")
public class AccountResource {
    private static final int MAX_SEARCH = 64;

    private final AccountService accounts;

    AccountResource(AccountService accounts) {
        this.accounts = accounts;
    }

    @POST
    @RolesAllowed({"superadmin", "admin"})
    @Operation(summary = "Create an account", description = "409 when the website has that username.")
    public RestResponse<AccountView> create(@NotNull @Valid CreateAccountRequest request) {
        AccountView made = accounts.create(request);
        return ResponseBuilder.<AccountView>created(URI.create("/api/v1/accounts/" + made.id()))
                .entity(made)
                .header(HttpHeaders.ETAG, Versions.tag(made.version()))
                .build();
    }

    @GET
    @RolesAllowed({"superadmin", "admin", "support"})
    @SelectableFields(AccountView.class)
    @Operation(summary = "List accounts, the newest first")
    public Page<AccountView> list(
            @QueryParam("website_id") String websiteId,
            @Parameter(description = "One of superadmin, admin, support, editor, writer, client") @QueryParam("role")
                    String role,
            @Parameter(description = "true or false") @QueryParam("suspended") String suspended,
            @Parameter(description = "A part of the username, in any case") @QueryParam("q") String text,
            @BeanParam ListParameters parameters) {
        parameters.allowOnly("website_id", "role", "suspended", "q");
        Filters filters = new Filters()
                .equal("a.tenant", Parameters.uuid("website_id", websiteId).map(UUID::toString))
                .equal("a.role", Parameters.role("role", role))
                .is(
                        Parameters.flag("suspended", suspended),
                        "a.suspensionReason is not null",
                        "a.suspensionReason is null")
                .contains("a.username", Parameters.text("q", text, MAX_SEARCH));
        return accounts.list(filters, parameters);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"superadmin", "admin", "support", "editor", "writer", "client"})
    @SelectableFields(AccountView.class)
    @Operation(summary = "Read an account", description = "Editors, writers and clients read their own.")
    public RestResponse<AccountView> read(@PathParam("id") UUID id) {
        return withTag(accounts.read(id));
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @RolesAllowed({"superadmin", "admin"})
    @Operation(
            summary = "Change some fields of an account",
            description = "A JSON merge patch. Needs If-Match: 428 without, 412 when it was changed meanwhile.")
    @RequestBody(content = @Content(schema = @Schema(implementation = AccountFields.class)))
    public RestResponse<AccountView> update(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, JsonNode patch)
            throws JsonProcessingException {
        return withTag(accounts.update(id, ifMatch, patch));
    }

    @POST
    @Path("/{id}/suspend")
    @RolesAllowed({"superadmin", "admin"})
    @Operation(summary = "Suspend an account", description = "409 when it is suspended, or the caller's own.")
    public RestResponse<AccountView> suspend(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid SuspendAccountRequest request) {
        return withTag(accounts.suspend(id, ifMatch, request.reason()));
    }

    @POST
    @Path("/{id}/reactivate")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed({"superadmin", "admin"})
    @Operation(summary = "Reactivate a suspended account", description = "409 when it is active. Takes no body.")
    public RestResponse<AccountView> reactivate(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return withTag(accounts.reactivate(id, ifMatch));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed({"superadmin", "admin"})
    @Operation(summary = "Delete an account", description = "409 for the caller's own.")
    public void delete(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        accounts.delete(id, ifMatch);
    }

    private static RestResponse<AccountView> withTag(AccountView account) {
        return ResponseBuilder.ok(account)
                .header(HttpHeaders.ETAG, Versions.tag(account.version()))
                .build();
    }
}
