package io.scriptorium.writers.earning;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** What was last told of a tip or an order, and where it was counted. */
@Entity
class EarningSource {
    @EmbeddedId
    SourceId id;

    @TenantId
    @Column(name = "website_id")
    String tenant;

    UUID writerId;

    BigDecimal amount;

    Instant completedAt;

    boolean active;

    /** False while the writer has no profile: then this waits, and nothing of it is in any sum. */
    boolean counted;

    /** Where it is counted; null unless completed and counted. */
    @Embedded
    PayPeriod period;

    /** Takes what is told now. A period that was counted stays while writer and completion do: schedules change. */
    void become(Contribution now) {
        boolean sameCompletion =
                Objects.equals(writerId, now.writerId()) && Objects.equals(completedAt, now.completedAt());
        writerId = now.writerId();
        amount = now.amount();
        completedAt = now.completedAt();
        active = now.active();
        counted = false;
        period = sameCompletion ? period : null;
    }
}
