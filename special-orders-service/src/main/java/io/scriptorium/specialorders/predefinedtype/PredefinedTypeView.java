package io.scriptorium.specialorders.predefinedtype;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A predefined type as the API shows it. */
public record PredefinedTypeView(
        UUID id,
        UUID websiteId,
        String name,
        String description,
        boolean active,
        List<DurationFields> durations,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    static PredefinedTypeView of(PredefinedType type) {
        PredefinedTypeFields fields = type.fields();
        return new PredefinedTypeView(
                type.id,
                type.websiteId(),
                fields.name(),
                fields.description(),
                fields.active(),
                fields.durations(),
                type.createdAt,
                type.updatedAt,
                type.version);
    }

    /** What it costs for so many days; empty when it is not sold for so many. */
    public Optional<BigDecimal> priceOf(int days) {
        return new PredefinedTypeFields(name, description, active, durations).priceOf(days);
    }
}
