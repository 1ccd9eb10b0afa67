package io.scriptorium.specialorders.predefinedtype;

import io.scriptorium.platform.Prose;
import io.scriptorium.platform.SingleLine;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What staff may change of a predefined type.
 *
 * @param name unique per website, whatever the case of its letters
 * @param active whether clients see it and can order it
 * @param durations what it can be ordered for; each number of days once
 */
public record PredefinedTypeFields(
        @NotNull @SingleLine(max = 200) String name,
        @Prose(max = 2000) String description,
        @NotNull Boolean active,

        @NotNull @Size(min = 1, max = 50) List<@NotNull @Valid DurationFields> durations) {

    Optional<BigDecimal> priceOf(int days) {
        return durations.stream()
                .filter(duration -> duration.days() == days)
                .map(DurationFields::price)
                .findFirst();
    }
}
