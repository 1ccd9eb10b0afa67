package io.scriptorium.writers.account;

import io.scriptorium.platform.SingleLine;
import jakarta.validation.constraints.NotNull;

/** @param reason for the team to read later; the account's holder can read it too */
public record SuspendAccountRequest(
        @NotNull @SingleLine(max = 500) String reason) {}
