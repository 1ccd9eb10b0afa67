package io.scriptorium.writers.ticket;

import io.scriptorium.platform.Prose;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(examples = """
        {"body": "Here is the receipt's number: 4711."}
        """)
public record WriteMessageRequest(
        @NotNull @Prose(max = 5_000) String body) {}
