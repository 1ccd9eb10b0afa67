package io.scriptorium.payments.operations;

import io.scriptorium.owner.clock.ClockOperations;
import io.scriptorium.owner.clock.ClockOperationsResource;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The clock, where a suite for trying out may be lived through a past. */
@Path("/api/v1/payments-service/clock")
@Tag(name = "Operations")
public class ClockResource extends ClockOperationsResource {
    ClockResource(ClockOperations clock) {
        super(clock);
    }
}
