package io.scriptorium.writers.writer;

import io.scriptorium.writers.level.LevelService;
import io.scriptorium.writers.level.LevelView;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The levels of some writers who are locked, each read once: made after the locks, and for these writers alone. */
class WriterLevels {
    private final LevelService levels;
    private final Map<UUID, LevelView> read = new HashMap<>();

    WriterLevels(LevelService levels) {
        this.levels = levels;
    }

    /** Null while the writer has none. */
    LevelView of(WriterProfile writer) {
        return writer.levelId == null
                ? null
                : read.computeIfAbsent(writer.levelId, id -> levels.find(id).orElseThrow());
    }
}
