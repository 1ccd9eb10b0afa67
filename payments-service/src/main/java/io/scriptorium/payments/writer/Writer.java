package io.scriptorium.payments.writer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** What this service needs of a writer's profile; writer-service owns it. */
@Entity
class Writer {
    /** The profile's. */
    @Id
    UUID id;

    @TenantId
    @Column(name = "website_id")
    String tenant;

    /** The account's, by which everybody else names the writer. */
    UUID writerId;

    /** Null, as the next two are, until the writer has a level. */
    UUID levelId;

    String levelName;
    BigDecimal tipPercentage;
    boolean active;
}
