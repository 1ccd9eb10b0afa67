package io.scriptorium.writers.earning;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.hibernate.annotations.UuidGenerator;

/** What a writer earned in a pay period. A period of which all was taken back stays, with zeros. */
@Entity
class Earning {
    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    @TenantId
    @Column(name = "website_id")
    String tenant;

    UUID writerId;

    @Embedded
    PayPeriod period;

    BigDecimal totalEarnings;

    BigDecimal tips;

    int ordersCompleted;

    Instant createdAt;

    Instant updatedAt;

    @Version
    long version;

    void add(BigDecimal moreEarned, BigDecimal moreTips, int moreOrders, Instant now) {
        totalEarnings = totalEarnings.add(moreEarned);
        tips = tips.add(moreTips);
        ordersCompleted += moreOrders;
        updatedAt = now;
    }
}
