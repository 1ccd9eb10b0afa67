package io.scriptorium.specialorders.predefinedtype;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.hibernate.annotations.UuidGenerator;

/** A kind of special order that a website sells at fixed prices. */
@Entity
class PredefinedType {
    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    @TenantId
    @Column(name = "website_id")
    String tenant;

    String name;
    String description;
    boolean active;
    Instant createdAt;
    Instant updatedAt;

    @Version
    long version;

    @OneToMany(mappedBy = "type", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("days")
    List<PredefinedDuration> durations = new ArrayList<>();

    UUID websiteId() {
        return UUID.fromString(tenant);
    }

    PredefinedTypeFields fields() {
        return new PredefinedTypeFields(
                name,
                description,
                active,
                durations.stream().map(PredefinedDuration::fields).toList());
    }

    /** A duration that stays keeps its row, so that the database never sees one twice. */
    void set(PredefinedTypeFields fields, Instant now) {
        name = fields.name();
        description = fields.description();
        active = fields.active();
        durations.removeIf(duration -> fields.priceOf(duration.days).isEmpty());
        for (DurationFields wanted : fields.durations()) {
            durations.stream()
                            .filter(duration -> duration.days == wanted.days())
                            .findFirst()
                            .orElseGet(() -> added(wanted.days()))
                            .price =
                    wanted.price().setScale(2);
        }
        updatedAt = now;
    }

    private PredefinedDuration added(int days) {
        PredefinedDuration duration = new PredefinedDuration();
        duration.tenant = tenant;
        duration.type = this;
        duration.days = days;
        durations.add(duration);
        return duration;
    }
}
