package io.scriptorium.payments.payment;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/** @param token what the provider gave the client's page for the means of payment; never a card's number */
public record PayRequest(
        @NotNull @Pattern(regexp = "[A-Za-z][A-Za-z0-9_-]{2,99}", message = MESSAGE)
        String token) {
    static final String MESSAGE =
            "must have 3 to 100 letters, digits, underscores and hyphens, and begin with a letter";
}
