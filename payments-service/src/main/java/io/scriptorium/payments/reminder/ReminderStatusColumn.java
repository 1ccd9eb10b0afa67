package io.scriptorium.payments.reminder;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Locale;

/** As the API writes it. */
@Converter(autoApply = true)
class ReminderStatusColumn implements AttributeConverter<ReminderStatus, String> {
    @Override
    public String convertToDatabaseColumn(ReminderStatus value) {
        return value == null ? null : value.wireName();
    }

    @Override
    public ReminderStatus convertToEntityAttribute(String wireName) {
        return wireName == null ? null : ReminderStatus.valueOf(wireName.toUpperCase(Locale.ROOT));
    }
}
