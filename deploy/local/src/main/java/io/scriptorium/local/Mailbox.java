package io.scriptorium.local;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/** The mails that a {@link MailPart} has taken, whoever's they are. */
public record Mailbox(Path folder) {
    /**
     * One mail, as its recipient would read it.
     *
     * @param to to whom it was delivered
     */
    public record Mail(String to, String from, String subject, String messageId, String text) {}

    /** @param data the part's folder */
    public static Mailbox of(Path data) {
        return new Mailbox(data.resolve("mails"));
    }

    /** The oldest first. */
    public List<Mail> all() {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(MailSink.ENDING))
                    .sorted()
                    .flatMap(file -> read(file).stream())
                    .toList();
        } catch (IOException e) {
            throw new PartFailure("The mails in " + folder + " cannot be read: " + e.getMessage(), e);
        }
    }

    public List<Mail> to(String address) {
        return all().stream()
                .filter(mail -> mail.to().equalsIgnoreCase(address))
                .toList();
    }

    /** Empty when it has just been thrown away, as the oldest are. */
    private static Optional<Mail> read(Path file) {
        try (InputStream content = Files.newInputStream(file)) {
            MimeMessage message = new MimeMessage(Session.getInstance(new Properties()), content);
            return Optional.of(new Mail(
                    message.getHeader(MailSink.RECIPIENT_HEADER, null),
                    message.getFrom()[0].toString(),
                    message.getSubject(),
                    message.getMessageID(),
                    text(message)));
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        } catch (IOException | MessagingException e) {
            throw new PartFailure("The mail " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static String text(MimeMessage message) throws MessagingException, IOException {
        String charset = new ContentType(message.getContentType()).getParameter("charset");
        try (InputStream decoded = message.getInputStream()) {
            return new String(decoded.readAllBytes(), Charset.forName(charset == null ? "UTF-8" : charset));
        }
    }
}
