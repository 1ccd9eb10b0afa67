package io.scriptorium.launcher;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which suite is meant: the one on this folder. */
final class DataOption {
    static final String DEFAULT = "scriptorium.data";

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "${sys:" + DEFAULT + ":-.data}",
            description = "The suite's data folder; without it, .data in the project.")
    private Path folder;

    @Option(names = "--help", usageHelp = true, description = "Shows this.")
    private boolean help;

    SuiteFolder folder() {
        return new SuiteFolder(folder);
    }

    boolean isDefault() {
        return folder.toAbsolutePath()
                .normalize()
                .equals(Path.of(System.getProperty(DEFAULT, ".data"))
                        .toAbsolutePath()
                        .normalize());
    }
}
