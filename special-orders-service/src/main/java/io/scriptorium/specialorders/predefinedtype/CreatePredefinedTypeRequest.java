package io.scriptorium.specialorders.predefinedtype;

import io.scriptorium.platform.Prose;
import io.scriptorium.platform.SingleLine;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/**
 * @param websiteId where it is sold; an admin may leave it out
 * @param active true unless sent
 */
public record CreatePredefinedTypeRequest(
        UUID websiteId,
        @NotNull @SingleLine(max = 200) String name,
        @Prose(max = 2000) String description,
        Boolean active,

        @NotNull @Size(min = 1, max = 50) List<@NotNull @Valid DurationFields> durations) {

    PredefinedTypeFields fields() {
        return new PredefinedTypeFields(name, description, active == null || active, durations);
    }
}
