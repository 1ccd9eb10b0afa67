package io.scriptorium.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** What the kernel says about a process. */
final class ProcFiles {
    private ProcFiles() {}

    /** Resident memory; empty if the process is gone. */
    static OptionalLong residentBytes(long pid) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), "status"))
                    .lines()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                    .findFirst();
        } catch (IOException gone) {
            return OptionalLong.empty();
        }
    }

    /** Alive, and not a zombie: where pid 1 reaps late, a dead process keeps its number for a while. */
    static boolean isRunning(ProcessHandle handle) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(handle.pid()), "stat"));
            return handle.isAlive() && stat.charAt(stat.lastIndexOf(')') + 2) != 'Z';
        } catch (IOException gone) {
            return false;
        }
    }
}
