package io.scriptorium.writers.writer;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/** @param score from 1 to 5, the best */
public record ReviewWriterRequest(@NotNull @Min(1) @Max(5) Integer score) {}
