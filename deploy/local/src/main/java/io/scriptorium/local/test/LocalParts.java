package io.scriptorium.local.test;

import io.scriptorium.local.Database;
import io.scriptorium.local.Durability;
import io.scriptorium.local.Folders;
import io.scriptorium.local.KafkaPart;
import io.scriptorium.local.LocalIssuer;
import io.scriptorium.local.MailPart;
import io.scriptorium.local.Part;
import io.scriptorium.local.PartFailure;
import io.scriptorium.local.PostgresPart;
import io.scriptorium.local.RedisPart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The parts that the tests of one JVM share: each started once, when it is first asked for, on a free port. */
public final class LocalParts {
    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static final List<Part> STARTED = new ArrayList<>();

    private static Path folder;
    private static PostgresPart postgres;
    private static RedisPart redis;
    private static KafkaPart kafka;
    private static MailPart mail;
    private static LocalIssuer issuer;

    private LocalParts() {}

    /** Not durable: a test that kills PostgreSQL starts one of its own. */
    public static synchronized PostgresPart postgres() {
        if (postgres == null) {
            postgres = started(PostgresPart.start(folder().resolve("postgres"), 0, Durability.OFF));
        }
        return postgres;
    }

    public static synchronized RedisPart redis() {
        if (redis == null) {
            redis = started(RedisPart.start(folder().resolve("redis"), 0));
        }
        return redis;
    }

    public static synchronized KafkaPart kafka() {
        if (kafka == null) {
            kafka = started(KafkaPart.start(folder().resolve("kafka"), 0));
        }
        return kafka;
    }

    public static synchronized MailPart mail() {
        if (mail == null) {
            mail = started(MailPart.start(folder().resolve("mail"), 0));
        }
        return mail;
    }

    public static synchronized LocalIssuer issuer() {
        if (issuer == null) {
            issuer = new LocalIssuer(
                    folder().resolve("issuer"), LocalIssuer.DEFAULT_ISSUER, LocalIssuer.DEFAULT_AUDIENCE);
        }
        return issuer;
    }

    /** A database that no other test has. */
    public static Database freshDatabase(String prefix) {
        return postgres().createDatabase(prefix + "_" + DATABASES.incrementAndGet());
    }

    /** A folder that is gone when this JVM is. */
    public static synchronized Path folder() {
        if (folder == null) {
            try {
                folder = Files.createTempDirectory("scriptorium-test-");
            } catch (IOException e) {
                throw new PartFailure("No temporary folder could be had: " + e.getMessage(), e);
            }
            Runtime.getRuntime().addShutdownHook(new Thread(LocalParts::stop, "local-parts-stop"));
        }
        return folder;
    }

    private static <P extends Part> P started(P part) {
        STARTED.add(part);
        return part;
    }

    private static synchronized void stop() {
        // The folder goes anyway, so nothing needs to be saved in order.
        STARTED.forEach(Part::kill);
        try {
            Folders.delete(folder);
        } catch (IOException e) {
            System.err.println("The test folder " + folder + " could not be deleted: " + e);
        }
    }
}
