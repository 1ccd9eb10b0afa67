package io.scriptorium.owner.list;

import io.scriptorium.platform.Parameters;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What every list takes beside its filters: a {@code @BeanParam}. */
public class ListParameters {
    @Parameter(
            description = "Entries of a page",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "200", defaultValue = "50"))
    @QueryParam("limit")
    String limit;

    @Parameter(description = "The next_cursor of the page before, asked for with the same sort")
    @QueryParam("cursor")
    String cursor;

    @Parameter(description = "What to sort by, ascending; with a hyphen before it descending")
    @QueryParam("sort")
    String sort;

    @Parameter(
            description = "Whether to count all entries that the filters let through",
            schema = @Schema(type = SchemaType.BOOLEAN))
    @QueryParam("total")
    String total;

    @Context
    UriInfo uri;

    /** @throws io.scriptorium.platform.Problem 400 that names each parameter beyond these and a list's own filters */
    public ListParameters allowOnly(String... filters) {
        Parameters.allowOnly(
                uri,
                Stream.concat(
                                Stream.of("limit", "cursor", "sort", "total", SelectableFields.PARAMETER),
                                Stream.of(filters))
                        .toArray(String[]::new));
        return this;
    }

    int limit() {
        return Parameters.limit(limit);
    }

    String cursor() {
        return cursor;
    }

    Optional<String> sort() {
        return Optional.ofNullable(sort);
    }

    boolean total() {
        return Parameters.flag("total", total).orElse(false);
    }
}
