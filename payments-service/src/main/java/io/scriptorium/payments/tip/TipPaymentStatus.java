package io.scriptorium.payments.tip;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Locale;

/** How far a tip's payment has come. A cancelled one has failed: nobody will pay it. */
public enum TipPaymentStatus {
    PENDING,
    PROCESSING,
    COMPLETED,
    FAILED;

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The wire name, so that the table reads as the API does. */
    @Converter(autoApply = true)
    static class Column implements AttributeConverter<TipPaymentStatus, String> {
        @Override
        public String convertToDatabaseColumn(TipPaymentStatus value) {
            return value == null ? null : value.wireName();
        }

        @Override
        public TipPaymentStatus convertToEntityAttribute(String wireName) {
            return wireName == null ? null : TipPaymentStatus.valueOf(wireName.toUpperCase(Locale.ROOT));
        }
    }
}
