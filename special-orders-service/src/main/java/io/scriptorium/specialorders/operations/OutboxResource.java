package io.scriptorium.specialorders.operations;

import io.scriptorium.outbox.OutboxMonitor;
import io.scriptorium.outbox.ParkedChanges;
import io.scriptorium.outbox.Republisher;
import io.scriptorium.owner.outbox.OutboxOperationsResource;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What whoever runs the service can do about its outbox. */
@Path("/api/v1/special-orders-service/outbox")
@Tag(name = "Operations", description = "For whoever runs the suite.")
public class OutboxResource extends OutboxOperationsResource {
    OutboxResource(OutboxMonitor monitor, ParkedChanges parked, Republisher republisher) {
        super(monitor, parked, republisher);
    }
}
