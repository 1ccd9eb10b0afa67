package io.scriptorium.payments.tip;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Locale;

/** What a tip is given for. */
public enum TipType {
    DIRECT,
    ORDER,
    CLASS;

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The wire name, so that the table reads as the API does. */
    @Converter(autoApply = true)
    static class Column implements AttributeConverter<TipType, String> {
        @Override
        public String convertToDatabaseColumn(TipType value) {
            return value == null ? null : value.wireName();
        }

        @Override
        public TipType convertToEntityAttribute(String wireName) {
            return wireName == null ? null : TipType.valueOf(wireName.toUpperCase(Locale.ROOT));
        }
    }
}
