package io.scriptorium.writers.writer;

import io.scriptorium.outbox.ChangeSource;
import io.scriptorium.writers.level.LevelService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Lets the outbox publish every writer again, or those of one website. */
@ApplicationScoped
class WriterChangeSource implements ChangeSource {
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final WriterRepository writers;
    private final LevelService levels;

    WriterChangeSource(WriterRepository writers, LevelService levels) {
        this.writers = writers;
        this.levels = levels;
    }

    @Override
    public String aggregate() {
        return "writer";
    }

    @Override
    public Page lockedPage(String afterId, String tenant, int limit) {
        UUID after = afterId == null ? BEFORE_ALL : UUID.fromString(afterId);
        List<WriterProfile> rows = writers.lockedAfter(after, tenant, limit);
        WriterLevels current = new WriterLevels(levels);
        String last = rows.isEmpty() ? null : rows.get(rows.size() - 1).id.toString();
        return new Page(
                rows.stream()
                        .map(writer -> WriterChange.changed(writer, current.of(writer)))
                        .toList(),
                last);
    }
}
