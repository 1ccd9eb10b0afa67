package io.scriptorium.writers.earning;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.UUID;

/** Which tip, or which order. */
@Embeddable
record SourceId(@Enumerated(EnumType.STRING) SourceKind kind, UUID sourceId) {}
