package io.scriptorium.local;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Redis 7, with an append-only file: a cache that is warm after a restart. */
public final class RedisPart implements Part {
    private static final Duration READY_WITHIN = Duration.ofSeconds(20);
    private static final Duration STOPPED_WITHIN = Duration.ofSeconds(10);
    private static final int ANSWER_MILLIS = 500;

    private final DataFolder folder;
    private final int port;
    private ChildProcess child;

    private RedisPart(DataFolder folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    /** @param port 0 for any free one */
    public static RedisPart start(Path data, int port) {
        DataFolder folder = DataFolder.lock(data);
        try {
            RedisPart part = new RedisPart(folder, Ports.orFree(port));
            part.run();
            return part;
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    public String uri() {
        return "redis://127.0.0.1:" + port;
    }

    @Override
    public String name() {
        return "redis";
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public long pid() {
        return child.pid();
    }

    @Override
    public boolean isAlive() {
        return child.isAlive() && Ports.answers(port);
    }

    @Override
    public void kill() {
        child.kill();
    }

    @Override
    public void restart() {
        stop();
        run();
    }

    @Override
    public void close() {
        stop();
        folder.close();
    }

    private void stop() {
        child.stop(ChildProcess.Signal.TERM, STOPPED_WITHIN);
    }

    private void run() {
        List<String> command = List.of(
                executable().toString(),
                "--bind",
                "127.0.0.1",
                "--port",
                Integer.toString(port),
                "--dir",
                folder.path().toString(),
                "--appendonly",
                "yes",
                "--save",
                "",
                "--maxmemory",
                "256mb",
                "--maxmemory-policy",
                "allkeys-lru",
                "--daemonize",
                "no");
        child = ChildProcess.start(
                name(),
                ChildProcess.command(command, ChildProcess.Signal.TERM),
                Map.of(),
                folder.path().resolve("redis.pid"),
                folder.path().resolve("redis.log"));
        child.await(this::pongs, READY_WITHIN);
    }

    /** It answers {@code -LOADING} while it reads its file, and is not ready until it says {@code +PONG}. */
    private boolean pongs() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(ANSWER_MILLIS);
            socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readNBytes(5), StandardCharsets.US_ASCII).equals("+PONG");
        } catch (IOException notYet) {
            return false;
        }
    }

    private Path executable() {
        String resource = "/redis-server-7.0.15-linux-" + architecture();
        Path executable = folder.path().resolve("redis-server");
        try (InputStream program = RedisPart.class.getResourceAsStream(resource)) {
            if (program == null) {
                throw new IOException(resource + " is not on the class path");
            }
            // A new file each time: one that runs cannot be written to.
            Path draft = folder.path().resolve("redis-server.new");
            Files.copy(program, draft, StandardCopyOption.REPLACE_EXISTING);
            if (!draft.toFile().setExecutable(true)) {
                throw new IOException(draft + " cannot be made executable");
            }
            return Files.move(draft, executable, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new PartFailure("Redis could not be unpacked: " + e.getMessage(), e);
        }
    }

    private static String architecture() {
        return switch (System.getProperty("os.arch")) {
            case "amd64", "x86_64" -> "amd64";
            case "aarch64" -> "arm64";
            default ->
                throw new PartFailure(
                        "The embedded Redis has no program for the processor " + System.getProperty("os.arch") + ".");
        };
    }
}
