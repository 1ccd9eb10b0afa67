package io.scriptorium.writers.level;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.hibernate.annotations.UuidGenerator;

/** What a writer has reached on a website: the share of tips, and how much work at once. */
@Entity
class WriterLevel {
    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    @TenantId
    @Column(name = "website_id")
    String tenant;

    /** The same as the database computes it. */
    @Column(insertable = false, updatable = false)
    UUID website;

    String name;

    int rank;

    BigDecimal tipPercentage;

    int maxOpenOrderRequests;

    int maxActiveOrders;

    Instant createdAt;

    Instant updatedAt;

    @Version
    long version;

    LevelFields fields() {
        return new LevelFields(name, rank, tipPercentage, maxOpenOrderRequests, maxActiveOrders);
    }

    void set(LevelFields fields, Instant now) {
        name = fields.name();
        rank = fields.rank();
        tipPercentage = fields.tipPercentage();
        maxOpenOrderRequests = fields.maxOpenOrderRequests();
        maxActiveOrders = fields.maxActiveOrders();
        updatedAt = now;
    }

    /** Whether its writers' events tell anything of the level that those fields change. */
    boolean looksOtherwiseAs(LevelFields wanted) {
        return !name.equals(wanted.name())
                || rank != wanted.rank()
                || tipPercentage.compareTo(wanted.tipPercentage()) != 0;
    }
}
