package io.scriptorium.payments.ledger;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Locale;

/** What moved money on the ledger. A payment has each once, a refund's once per refund. */
public enum PostingKind {
    /** An order or installment is charged: the client owes what the platform earns. */
    CHARGE,
    /** A tip is charged: the client owes what the writer and the platform earn. */
    TIP_SPLIT,
    /** The client paid: the provider holds what the client owed. */
    PAYMENT,
    /** A part of a charge is taken back from whoever earned it. */
    CREDIT_NOTE,
    /** The provider gave a part back to the client. */
    REFUND;

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Converter(autoApply = true)
    static class Column implements AttributeConverter<PostingKind, String> {
        @Override
        public String convertToDatabaseColumn(PostingKind kind) {
            return kind == null ? null : kind.wireName();
        }

        @Override
        public PostingKind convertToEntityAttribute(String wireName) {
            return wireName == null ? null : PostingKind.valueOf(wireName.toUpperCase(Locale.ROOT));
        }
    }
}
