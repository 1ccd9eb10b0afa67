package io.scriptorium.payments.ledger;

import io.scriptorium.owner.list.Filters;
import io.scriptorium.owner.list.ListParameters;
import io.scriptorium.owner.list.SelectableFields;
import io.scriptorium.platform.Page;
import io.scriptorium.platform.Parameters;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/ledger")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "Ledger", description = "An admin reads the own website's, a superadmin all; nobody writes it by hand.")
public class LedgerResource {
    private final LedgerService ledger;

    LedgerResource(LedgerService ledger) {
        this.ledger = ledger;
    }

    @GET
    @Path("/accounts")
    @RolesAllowed({"superadmin", "admin", "writer"})
    @SelectableFields(LedgerAccountView.class)
    @Operation(summary = "List accounts with their balances, the newest first", description = "A writer's own alone.")
    public Page<LedgerAccountView> accounts(
            @Parameter(description = "Of one website") @QueryParam("website_id") String websiteId,
            @Parameter(description = "client, writer, platform or provider_clearing") @QueryParam("kind") String kind,
            @Parameter(description = "The account of a client or writer") @QueryParam("owner_id") String ownerId,
            @BeanParam ListParameters parameters) {
        parameters.allowOnly("website_id", "kind", "owner_id");
        Filters filters = new Filters()
                .equal("a.tenant", Parameters.uuid("website_id", websiteId).map(UUID::toString))
                .equal("a.kind", Parameters.oneOf("kind", kind, AccountKind.class))
                .equal("a.ownerId", Parameters.uuid("owner_id", ownerId));
        return ledger.accounts(filters, parameters);
    }

    @GET
    @Path("/accounts/{id}")
    @RolesAllowed({"superadmin", "admin", "writer"})
    @SelectableFields(LedgerAccountView.class)
    @Operation(summary = "Read an account with its balance", description = "A writer reads the own.")
    public LedgerAccountView account(@PathParam("id") UUID id) {
        return ledger.account(id);
    }

    @GET
    @Path("/entries")
    @RolesAllowed({"superadmin", "admin"})
    @SelectableFields(LedgerEntryView.class)
    @Operation(summary = "List entries, the newest first")
    public Page<LedgerEntryView> entries(
            @Parameter(description = "Of one website") @QueryParam("website_id") String websiteId,
            @Parameter(description = "Of one account of the ledger") @QueryParam("account_id") String accountId,
            @Parameter(description = "Of one payment and its refunds") @QueryParam("payment_id") String paymentId,
            @Parameter(description = "Posted at that moment or later") @QueryParam("from") String from,
            @Parameter(description = "Posted before that moment") @QueryParam("to") String to,
            @BeanParam ListParameters parameters) {
        parameters.allowOnly("website_id", "account_id", "payment_id", "from", "to");
        Filters filters = new Filters()
                .equal("e.tenant", Parameters.uuid("website_id", websiteId).map(UUID::toString))
                .equal("e.accountId", Parameters.uuid("account_id", accountId))
                .equal("p.paymentId", Parameters.uuid("payment_id", paymentId))
                .from("e.createdAt", Parameters.instant("from", from))
                .until("e.createdAt", Parameters.instant("to", to));
        return ledger.entries(filters, parameters);
    }

    @GET
    @Path("/trial-balance")
    @RolesAllowed({"superadmin", "admin"})
    @Operation(
            summary = "Prove that the ledger balances",
            description = "Debits and credits of each website and currency, whose difference is 0.00. With compare=true"
                    + " each account is also compared with its entries, all of which are read.")
    public TrialBalanceView trialBalance(
            @Parameter(description = "Whether to compare accounts with their entries") @QueryParam("compare")
                    String compare,
            @Context UriInfo uri) {
        Parameters.allowOnly(uri, "compare");
        return ledger.trialBalance(Parameters.flag("compare", compare).orElse(false));
    }
}
