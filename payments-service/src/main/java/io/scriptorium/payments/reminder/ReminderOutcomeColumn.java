package io.scriptorium.payments.reminder;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Locale;

/** As the API writes it. */
@Converter(autoApply = true)
class ReminderOutcomeColumn implements AttributeConverter<ReminderOutcome, String> {
    @Override
    public String convertToDatabaseColumn(ReminderOutcome value) {
        return value == null ? null : value.wireName();
    }

    @Override
    public ReminderOutcome convertToEntityAttribute(String wireName) {
        return wireName == null ? null : ReminderOutcome.valueOf(wireName.toUpperCase(Locale.ROOT));
    }
}
