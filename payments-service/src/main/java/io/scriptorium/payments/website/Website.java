package io.scriptorium.payments.website;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;

/** What this service needs of a website; writer-service owns it. */
@Entity
class Website {
    @Id
    UUID id;

    String name;
    String currency;
    String timeZone;
    boolean active;
}
