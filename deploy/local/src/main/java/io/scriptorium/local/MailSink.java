package io.scriptorium.local;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Stream;
import org.subethamail.smtp.helper.SimpleMessageListener;
import org.subethamail.smtp.server.SMTPServer;

/**
 * An SMTP server that takes every mail and delivers none: the main class of {@link MailPart}'s process. What it has said
 * to have taken is on the disk, one file for each recipient; of more than {@link #KEPT}, the oldest go.
 *
 * <p>Addresses that begin with {@code refused} are refused, as a real server refuses mailboxes that it does not have.
 */
final class MailSink implements SimpleMessageListener {
    static final String ENDING = ".eml";
    static final String RECIPIENT_HEADER = "Delivered-To";

    private static final int KEPT = 20_000;
    private static final int MAX_BYTES = 1 << 20;

    private final Path folder;
    private final Deque<Path> kept = new ArrayDeque<>();
    private long number;

    private MailSink(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.toString().endsWith(ENDING)).sorted().forEach(kept::add);
        }
        if (!kept.isEmpty()) {
            number = Long.parseLong(kept.getLast().getFileName().toString().replace(ENDING, ""));
        }
    }

    /** Arguments: port, folder. */
    public static void main(String[] arguments) throws IOException {
        SMTPServer.port(Integer.parseInt(arguments[0]))
                .bindAddress(InetAddress.getLoopbackAddress())
                .hostName("localhost")
                .maxMessageSize(MAX_BYTES)
                .insertReceivedHeaders(false)
                .simpleMessageListener(new MailSink(Path.of(arguments[1])))
                .build()
                .start();
    }

    @Override
    public boolean accept(String from, String recipient) {
        return !recipient.startsWith("refused");
    }

    @Override
    public void deliver(String from, String recipient, InputStream data) throws IOException {
        byte[] mail = data.readNBytes(MAX_BYTES);
        byte[] header = (RECIPIENT_HEADER + ": " + recipient + "\r\n").getBytes(StandardCharsets.UTF_8);
        Path file = next();
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            write(channel, header);
            write(channel, mail);
            channel.force(false);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private synchronized Path next() throws IOException {
        while (kept.size() >= KEPT) {
            Files.deleteIfExists(kept.removeFirst());
        }
        Path file = folder.resolve("%010d%s".formatted(++number, ENDING));
        kept.add(file);
        return file;
    }

    private static void write(FileChannel channel, byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }
}
