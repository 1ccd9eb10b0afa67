package io.scriptorium.writers.earning;

import jakarta.persistence.EnumeratedValue;
import java.util.Locale;

/** Whose change it is that a writer earns by. */
enum SourceKind {
    TIP,
    ORDER;

    @EnumeratedValue
    private final String wireName = name().toLowerCase(Locale.ROOT);
}
