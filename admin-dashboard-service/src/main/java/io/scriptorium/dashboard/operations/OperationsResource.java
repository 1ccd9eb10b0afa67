package io.scriptorium.dashboard.operations;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/admin/operations")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("superadmin")
@Blocking
@Tag(name = "Operations", description = "For whoever runs the suite.")
public class OperationsResource {
    private final OperationsService operations;

    OperationsResource(OperationsService operations) {
        this.operations = operations;
    }

    @GET
    @Operation(
            summary = "How the service fares: cache, dashboards, topics, outboxes, dead letters, repairs",
            description = "Whether counters differ from facts is told by `drift`, which reads them all.")
    public OperationsView now() {
        return operations.now();
    }
}
