package io.scriptorium.payments.payment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** What a payment is for: an installment of a special order, a tip, or an order. */
public enum PaymentKind {
    INSTALLMENT,
    TIP,
    ORDER;

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    static PaymentKind of(String wireName) {
        return Arrays.stream(values())
                .filter(kind -> kind.wireName().equals(wireName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("must be one of installment, tip, order"));
    }
}
