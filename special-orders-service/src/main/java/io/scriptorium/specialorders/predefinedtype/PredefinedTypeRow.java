package io.scriptorium.specialorders.predefinedtype;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** @param durations {@code 10:400.00,20:700.00}, so that a page of types is one statement */
record PredefinedTypeRow(
        UUID id,
        String tenant,
        String name,
        String description,
        boolean active,
        String durations,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    PredefinedTypeView view() {
        return new PredefinedTypeView(
                id, UUID.fromString(tenant), name, description, active, prices(), createdAt, updatedAt, version);
    }

    private List<DurationFields> prices() {
        return Arrays.stream(durations.split(","))
                .map(duration -> duration.split(":"))
                .map(parts -> new DurationFields(Integer.valueOf(parts[0]), new BigDecimal(parts[1])))
                .toList();
    }
}
