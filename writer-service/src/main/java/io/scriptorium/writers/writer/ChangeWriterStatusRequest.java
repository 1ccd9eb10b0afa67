package io.scriptorium.writers.writer;

import io.scriptorium.platform.SingleLine;
import jakarta.validation.constraints.NotNull;

/** @param reason for the team and the writer to read later */
public record ChangeWriterStatusRequest(
        @NotNull WriterStatus status, @SingleLine(max = 500) String reason) {}
