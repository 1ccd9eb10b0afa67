package io.scriptorium.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A folder that one process at a time may use. Two brokers on one folder corrupt it, and their own locks come too late,
 * so this one is taken before anything starts. The operating system drops it with the process that holds it.
 */
public final class DataFolder implements AutoCloseable {
    private final Path path;
    private final FileChannel channel;

    private DataFolder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /** @throws PartFailure if another process, or this one, has it already */
    public static DataFolder lock(Path folder) {
        try {
            Path path = Files.createDirectories(folder).toAbsolutePath();
            FileChannel channel =
                    FileChannel.open(path.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw new PartFailure("The data folder " + path + " is in use by another process.");
            }
            return new DataFolder(path, channel);
        } catch (IOException e) {
            throw new PartFailure("The data folder " + folder + " cannot be used: " + e.getMessage(), e);
        }
    }

    public Path path() {
        return path;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new PartFailure("The lock of " + path + " could not be given up.", e);
        }
    }

    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException ownProcess) {
            return null;
        }
    }
}
