package io.scriptorium.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * Keeps logs from filling the disk: a large one is moved aside, in place of the one that was moved before. By copying
 * and truncating, since whoever writes to it has it open; every writer here appends.
 */
record LogLimit(List<Path> logs, long bytes) {
    static final long USUAL_BYTES = 64L << 20;

    void apply() throws IOException {
        for (Path log : logs) {
            if (Files.exists(log) && Files.size(log) > bytes) {
                Files.copy(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
                FileChannel.open(log, StandardOpenOption.WRITE).truncate(0).close();
            }
        }
    }
}
