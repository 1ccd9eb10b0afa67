package io.scriptorium.specialorders.depositsetting;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** What a website asks for beforehand, where it is not the usual. */
@Entity
class DepositSetting {
    /** The website's own. */
    @Id
    UUID id;

    @TenantId
    @Column(name = "website_id")
    String tenant;

    BigDecimal percentage;
    Instant updatedAt;

    @Version
    long version;
}
