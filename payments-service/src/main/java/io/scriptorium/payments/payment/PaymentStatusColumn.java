package io.scriptorium.payments.payment;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** The status as the API writes it. */
@Converter(autoApply = true)
class PaymentStatusColumn implements AttributeConverter<PaymentStatus, String> {
    @Override
    public String convertToDatabaseColumn(PaymentStatus status) {
        return status == null ? null : status.wireName();
    }

    @Override
    public PaymentStatus convertToEntityAttribute(String wireName) {
        return wireName == null ? null : PaymentStatus.of(wireName);
    }
}
