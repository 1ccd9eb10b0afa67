package io.scriptorium.payments.payment;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Locale;

/** The status as the API writes it. */
@Converter(autoApply = true)
class AttemptStatusColumn implements AttributeConverter<AttemptStatus, String> {
    @Override
    public String convertToDatabaseColumn(AttemptStatus status) {
        return status == null ? null : status.wireName();
    }

    @Override
    public AttemptStatus convertToEntityAttribute(String wireName) {
        return wireName == null ? null : AttemptStatus.valueOf(wireName.toUpperCase(Locale.ROOT));
    }
}
