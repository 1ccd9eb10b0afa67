package io.scriptorium.writers.account;

import io.scriptorium.platform.SingleLine;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** @param reason for the team to read later; the account's holder can read it too */
@Schema(examples = """
        {"reason": "Three orders late in January"}
        """)
public record SuspendAccountRequest(
        @NotNull @SingleLine(max = 500) String reason) {}
