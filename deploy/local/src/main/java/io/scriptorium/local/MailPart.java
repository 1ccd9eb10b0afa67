package io.scriptorium.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A mail server that keeps what it gets, to be read in the {@link Mailbox}, and sends nothing on. */
public final class MailPart implements Part {
    private static final Duration READY_WITHIN = Duration.ofSeconds(60);
    private static final Duration STOPPED_WITHIN = Duration.ofSeconds(10);

    private final DataFolder folder;
    private final int port;
    private ChildProcess child;

    private MailPart(DataFolder folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    /** @param port 0 for any free one */
    public static MailPart start(Path data, int port) {
        DataFolder folder = DataFolder.lock(data);
        try {
            MailPart part = new MailPart(folder, Ports.orFree(port));
            part.run();
            return part;
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    public Mailbox mailbox() {
        return Mailbox.of(folder.path());
    }

    @Override
    public String name() {
        return "mail";
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
                Executables.java(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                MailSink.class.getName(),
                Integer.toString(port),
                Mailbox.of(folder.path()).folder().toString());
        child = ChildProcess.start(
                name(),
                ChildProcess.command(command, ChildProcess.Signal.KILL),
                Map.of(),
                folder.path().resolve("mail.pid"),
                folder.path().resolve("mail.log"));
        child.await(() -> Ports.answers(port), READY_WITHIN);
    }
}
