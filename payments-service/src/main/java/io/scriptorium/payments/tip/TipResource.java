package io.scriptorium.payments.tip;

import io.scriptorium.owner.list.FieldSelection;
import io.scriptorium.owner.list.Filters;
import io.scriptorium.owner.list.ListParameters;
import io.scriptorium.owner.list.SelectableFields;
import io.scriptorium.owner.list.SummarizedPage;
import io.scriptorium.payments.idempotency.IdempotencyService;
import io.scriptorium.platform.Caller;
import io.scriptorium.platform.Parameters;
import io.scriptorium.platform.Role;
import io.scriptorium.platform.Versions;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

@Path("/api/v1/tips")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "Tips", description = "A client sees the own, staff the website's, and a writer the own share of the own.")
public class TipResource {
    private static final String KEY =
            "1 to 255 visible characters of your own, best a UUID: the same when you try the same request again";

    private final TipService tips;
    private final IdempotencyService idempotency;
    private final FieldSelection fields;
    private final Caller caller;

    TipResource(TipService tips, IdempotencyService idempotency, FieldSelection fields, Caller caller) {
        this.tips = tips;
        this.idempotency = idempotency;
        this.fields = fields;
        this.caller = caller;
    }

    @POST
    @RolesAllowed("client")
    @Operation(
            summary = "Give a tip",
            description = "Makes the tip and its payment, by which it is then paid. The writer's level at this moment"
                    + " shares it. 422 for a writer who is unknown on the website, or has no level.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = CreateTipRequest.class),
                            examples = {
                                @ExampleObject(name = "For an order", value = """
                                                {
                                                  "writer_id": "0199f1a2-0000-7000-8000-000000000002",
                                                  "amount": 25.00,
                                                  "currency": "USD",
                                                  "type": "order",
                                                  "reference": "0199f1a2-0000-7000-8000-000000000201",
                                                  "reason": "Done two days early, and well."
                                                }
                                                """),
                                @ExampleObject(name = "Direct", value = """
                                                {
                                                  "writer_id": "0199f1a2-0000-7000-8000-000000000002",
                                                  "amount": 10.00,
                                                  "type": "direct"
                                                }
                                                """)
                            }))
    @APIResponse(
            responseCode = "201",
            description = "Made; or the first answer to this key again",
            content = @Content(schema = @Schema(implementation = TipView.class)))
    public Uni<Response> create(
            @Parameter(description = KEY, required = true) @HeaderParam("Idempotency-Key") String key,
            @NotNull @Valid CreateTipRequest request) {
        return idempotency.once(key, request, () -> {
            TipView made = tips.create(request);
            return ResponseBuilder.<TipView>created(URI.create("/api/v1/tips/" + made.id()))
                    .entity(made)
                    .header(HttpHeaders.ETAG, Versions.tag(made.version()))
                    .build();
        });
    }

    @GET
    @RolesAllowed({"superadmin", "admin", "client", "writer"})
    @SelectableFields(TipView.class)
    @Operation(
            summary = "List tips, the newest first, with a summary of all that the filters let through",
            description = "A writer gets EarnedTipView and EarnedTipSummaryView, and may not sort by amount, nor filter"
                    + " by writer, client or level.")
    @APIResponse(
            responseCode = "200",
            description = "A page",
            content = @Content(schema = @Schema(oneOf = {TipPageView.class, EarnedTipPageView.class})))
    public SummarizedPage<?, ?> list(
            @Parameter(description = "Of one website") @QueryParam("website_id") String websiteId,
            @Parameter(description = "direct, order or class") @QueryParam("type") String type,
            @Parameter(description = "pending, processing, completed or failed") @QueryParam("payment_status")
                    String paymentStatus,
            @Parameter(description = "The account of the writer who gets it") @QueryParam("writer_id") String writerId,
            @Parameter(description = "The account of the client who gives it") @QueryParam("client_id") String clientId,
            @Parameter(description = "The writer's level when it was made") @QueryParam("level_id") String levelId,
            @Parameter(description = "Made at that moment or later") @QueryParam("from") String from,
            @Parameter(description = "Made before that moment") @QueryParam("to") String to,
            @Parameter(
                            description =
                                    "false leaves the summary out, whose cost grows with what the filters let through",
                            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "true"))
                    @QueryParam("summary")
                    String summary,
            @BeanParam ListParameters parameters,
            @Context UriInfo uri) {
        boolean earned = caller.role() == Role.WRITER;
        if (earned) {
            parameters.allowOnly("website_id", "type", "payment_status", "from", "to", "summary");
            fields.allowOnly(uri, EarnedTipView.class);
        } else {
            parameters.allowOnly(
                    "website_id",
                    "type",
                    "payment_status",
                    "writer_id",
                    "client_id",
                    "level_id",
                    "from",
                    "to",
                    "summary");
        }
        boolean summarized = Parameters.flag("summary", summary).orElse(true);
        Filters filters = new Filters()
                .equal("t.tenant", Parameters.uuid("website_id", websiteId).map(UUID::toString))
                .equal("t.type", Parameters.oneOf("type", type, TipType.class))
                .equal("t.paymentStatus", Parameters.oneOf("payment_status", paymentStatus, TipPaymentStatus.class))
                .equal("t.writerId", Parameters.uuid("writer_id", writerId))
                .equal("t.clientId", Parameters.uuid("client_id", clientId))
                .equal("t.levelId", Parameters.uuid("level_id", levelId))
                .from("t.createdAt", Parameters.instant("from", from))
                .until("t.createdAt", Parameters.instant("to", to));
        return earned ? tips.listEarned(filters, parameters, summarized) : tips.list(filters, parameters, summarized);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"superadmin", "admin", "client", "writer"})
    @SelectableFields(TipView.class)
    @Operation(summary = "Read a tip", description = "A writer gets EarnedTipView.")
    @APIResponse(
            responseCode = "200",
            description = "The tip",
            content = @Content(schema = @Schema(oneOf = {TipView.class, EarnedTipView.class})))
    public RestResponse<Object> read(@PathParam("id") UUID id, @Context UriInfo uri) {
        if (caller.role() == Role.WRITER) {
            fields.allowOnly(uri, EarnedTipView.class);
            EarnedTipView earned = tips.readEarned(id);
            return withTag(earned, earned.version());
        }
        TipView tip = tips.read(id);
        return withTag(tip, tip.version());
    }

    private static RestResponse<Object> withTag(Object tip, long version) {
        return ResponseBuilder.<Object>ok(tip)
                .header(HttpHeaders.ETAG, Versions.tag(version))
                .build();
    }

    /** For the description alone: what a page is for everybody but a writer. */
    @Schema(name = "TipPage")
    private record TipPageView(List<TipView> items, String nextCursor, Long total, TipSummaryView summary) {}

    /** For the description alone: what a page is for a writer. */
    @Schema(name = "EarnedTipPage")
    private record EarnedTipPageView(
            List<EarnedTipView> items, String nextCursor, Long total, EarnedTipSummaryView summary) {}
}
