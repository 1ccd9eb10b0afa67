package io.scriptorium.specialorders.order;

import io.scriptorium.owner.list.Filters;
import io.scriptorium.platform.Parameters;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What lists of orders can be narrowed to. */
class OrderFilters {
    /** A writer does not learn whose an order is, by no filter either. */
    static final String[] OF_WRITERS = {"order_type", "predefined_type_id", "status", "from", "to"};

    static final String[] ALL = {
        "website_id", "client_id", "writer_id", "order_type", "predefined_type_id", "status", "from", "to"
    };

    @Parameter(description = "Only that website's")
    @QueryParam("website_id")
    String websiteId;

    @Parameter(description = "Only that client's")
    @QueryParam("client_id")
    String clientId;

    @Parameter(description = "Only those that this writer has")
    @QueryParam("writer_id")
    String writerId;

    @Parameter(description = "predefined or estimated")
    @QueryParam("order_type")
    String orderType;

    @Parameter(description = "Only of that predefined type")
    @QueryParam("predefined_type_id")
    String predefinedTypeId;

    @Parameter(description = "inquiry, awaiting_approval, in_progress, on_hold, completed, or cancelled")
    @QueryParam("status")
    String status;

    @Parameter(description = "Opened then or later")
    @QueryParam("from")
    String from;

    @Parameter(description = "Opened before then")
    @QueryParam("to")
    String to;

    Filters all() {
        return new Filters()
                .equal("o.tenant", Parameters.uuid("website_id", websiteId).map(UUID::toString))
                .equal("o.clientId", Parameters.uuid("client_id", clientId))
                .equal("o.writerId", Parameters.uuid("writer_id", writerId))
                .equal("o.orderType", Parameters.oneOf("order_type", orderType, OrderType.class))
                .equal("o.predefinedTypeId", Parameters.uuid("predefined_type_id", predefinedTypeId))
                .equal("o.status", Parameters.oneOf("status", status, OrderStatus.class))
                .from("o.createdAt", Parameters.instant("from", from))
                .until("o.createdAt", Parameters.instant("to", to));
    }
}
