package io.scriptorium.payments.ledger;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Locale;

/** What an account of the ledger stands for, and on which side its balance usually is. */
public enum AccountKind {
    /** What a client owes: receivable. */
    CLIENT(Side.DEBIT),
    /** What a writer has earned by tips: payable. */
    WRITER(Side.CREDIT),
    /** What the website keeps: revenue. */
    PLATFORM(Side.CREDIT),
    /** What payment providers hold for the website: an asset until it is paid out. */
    PROVIDER_CLEARING(Side.DEBIT);

    private final Side normalSide;

    AccountKind(Side normalSide) {
        this.normalSide = normalSide;
    }

    Side normalSide() {
        return normalSide;
    }

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Converter(autoApply = true)
    static class Column implements AttributeConverter<AccountKind, String> {
        @Override
        public String convertToDatabaseColumn(AccountKind kind) {
            return kind == null ? null : kind.wireName();
        }

        @Override
        public AccountKind convertToEntityAttribute(String wireName) {
            return wireName == null ? null : AccountKind.valueOf(wireName.toUpperCase(Locale.ROOT));
        }
    }
}
