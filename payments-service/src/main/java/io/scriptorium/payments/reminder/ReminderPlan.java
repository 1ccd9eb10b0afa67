package io.scriptorium.payments.reminder;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;

/**
 * Whether a website's schedules follow its configs. Who changes a config writes the row, who plans by the configs holds a
 * share of it: so that no plan by old configs is written after the new ones were applied to all.
 */
@Entity
class ReminderPlan {
    @Id
    UUID websiteId;

    /** Schedules of payments after this one are still as older configs had them; null when none are. */
    UUID outdatedAfter;
}
