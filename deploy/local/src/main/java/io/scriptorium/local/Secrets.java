package io.scriptorium.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.Function;

/** Secrets that are made on first use, and kept in files that only their owner can read. */
public final class Secrets {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 24;

    private final Path folder;

    public Secrets(Path folder) {
        this.folder = folder;
    }

    String password(String of) {
        return kept(of, random -> Base64.getUrlEncoder().withoutPadding().encodeToString(random));
    }

    /** A key that webhooks are signed with, as Standard Webhooks writes it. */
    public String webhookKey(String of) {
        return kept(of, random -> "whsec_" + Base64.getEncoder().encodeToString(random));
    }

    private String kept(String of, Function<byte[], String> written) {
        Path file = folder.resolve(of);
        try {
            if (!Files.exists(file)) {
                byte[] random = new byte[BYTES];
                RANDOM.nextBytes(random);
                write(file, written.apply(random));
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new PartFailure("The secret in " + file + " cannot be used: " + e.getMessage(), e);
        }
    }

    /** Whole or not at all: half a secret would lock its owner out for ever. */
    static void write(Path file, String secret) throws IOException {
        Files.createDirectories(file.getParent());
        Path draft = Files.createTempFile(
                file.getParent(),
                file.getFileName().toString(),
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(draft, secret);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
