package io.scriptorium.payments.reminder;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Locale;

/** As the API writes it. */
@Converter(autoApply = true)
class ReminderKindColumn implements AttributeConverter<ReminderKind, String> {
    @Override
    public String convertToDatabaseColumn(ReminderKind value) {
        return value == null ? null : value.wireName();
    }

    @Override
    public ReminderKind convertToEntityAttribute(String wireName) {
        return wireName == null ? null : ReminderKind.valueOf(wireName.toUpperCase(Locale.ROOT));
    }
}
