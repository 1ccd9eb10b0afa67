package io.scriptorium.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogLimitTest {
    @TempDir
    Path folder;

    @Test
    void movesALargeLogAsideWhileItIsBeingWrittenTo() throws IOException {
        Path log = folder.resolve("service.log");
        try (OutputStream writer = Files.newOutputStream(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            writer.write("older".getBytes());
            new LogLimit(List.of(log, folder.resolve("none.log")), 4).apply();
            writer.write("new".getBytes());
            new LogLimit(List.of(log), 4).apply();
        }

        assertThat(log).hasContent("new");
        assertThat(folder.resolve("service.log.1")).hasContent("older");
    }
}
