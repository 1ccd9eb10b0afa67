package io.scriptorium.specialorders.order;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.EnumeratedValue;
import java.util.Locale;

/** What happened to an order. */
public enum HistoryAction {
    OPENED,
    EDITED,
    ESTIMATED,
    APPROVED,
    STARTED,
    HELD,
    RESUMED,
    COMPLETED,
    CANCELLED,
    WRITER_ASSIGNED,
    RESCHEDULED,
    INSTALLMENT_PAID,
    INSTALLMENT_REOPENED,
    PAYMENT_EXPIRED,
    PAYMENT_CANCELLED,
    /** A payment came that nothing asks for: staff give it back. */
    REFUND_DUE,
    /** A payment that nothing asks for was given back. */
    PAYMENT_REFUNDED;

    /** In the database as on the wire: the name in lower case. */
    @EnumeratedValue
    final String wireName = name().toLowerCase(Locale.ROOT);

    @JsonValue
    public String wireName() {
        return wireName;
    }
}
