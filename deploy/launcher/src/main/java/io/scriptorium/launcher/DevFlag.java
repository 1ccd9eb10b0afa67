package io.scriptorium.launcher;

import io.scriptorium.local.PartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Somebody runs a service in dev mode in its place. It counts only as long as that process lives. */
record DevFlag(Path file) {
    void raise(long pid) {
        try {
            Path draft = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(draft, Long.toString(pid));
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new PartFailure("The flag " + file + " could not be written: " + e.getMessage(), e);
        }
    }

    boolean isRaised() {
        try {
            long pid = Long.parseLong(Files.readString(file).trim());
            return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
        } catch (NoSuchFileException notRaised) {
            return false;
        } catch (IOException | NumberFormatException e) {
            throw new PartFailure("The flag " + file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
