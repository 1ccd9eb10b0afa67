package io.scriptorium.writers.writer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.hibernate.annotations.UuidGenerator;

/** A change of a level that its writers' events do not show yet. */
@Entity
class LevelRepublication {
    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    @TenantId
    @Column(name = "website_id")
    String tenant;

    UUID levelId;

    /** The last writer's profile that is published; null before the first. */
    UUID afterId;
}
