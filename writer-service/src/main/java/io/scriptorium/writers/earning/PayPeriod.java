package io.scriptorium.writers.earning;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;

/** The days for which a writer is paid at once, the first and the last included. */
@Embeddable
record PayPeriod(
        @Enumerated(EnumType.STRING) PaySchedule paymentSchedule, LocalDate periodStart, LocalDate periodEnd) {}
