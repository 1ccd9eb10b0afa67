package io.scriptorium.specialorders.writer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** What this service needs of a writer's profile; writer-service owns it. */
@Entity
class Writer {
    @Id
    UUID id;

    @TenantId
    @Column(name = "website_id")
    String tenant;

    /** The writer's account, by which orders name the writer. */
    UUID writerId;

    boolean active;
}
