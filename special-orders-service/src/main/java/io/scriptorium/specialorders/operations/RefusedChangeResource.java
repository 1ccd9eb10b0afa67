package io.scriptorium.specialorders.operations;

import io.scriptorium.owner.inbox.RefusedChanges;
import io.scriptorium.owner.inbox.RefusedChangesResource;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What whoever runs the service can do about changes of other services that could not be applied. */
@Path("/api/v1/special-orders-service/refused-changes")
@Tag(name = "Operations")
public class RefusedChangeResource extends RefusedChangesResource {
    RefusedChangeResource(RefusedChanges refused) {
        super(refused);
    }
}
