package io.scriptorium.payments.payment;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** The kind as the API writes it. */
@Converter(autoApply = true)
class PaymentKindColumn implements AttributeConverter<PaymentKind, String> {
    @Override
    public String convertToDatabaseColumn(PaymentKind kind) {
        return kind == null ? null : kind.wireName();
    }

    @Override
    public PaymentKind convertToEntityAttribute(String wireName) {
        return wireName == null ? null : PaymentKind.of(wireName);
    }
}
