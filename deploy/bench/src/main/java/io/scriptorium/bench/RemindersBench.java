package io.scriptorium.bench;

import io.scriptorium.local.ChildProcess;
import io.scriptorium.local.Database;
import io.scriptorium.local.Durability;
import io.scriptorium.local.Executables;
import io.scriptorium.local.Folders;
import io.scriptorium.local.KafkaPart;
import io.scriptorium.local.MailPart;
import io.scriptorium.local.Ports;
import io.scriptorium.local.PostgresPart;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/**
 * One payments-service as it is built, with a durable PostgreSQL, a Kafka broker and a mail server of its own, all on this
 * machine: how many reminders, and how many expiries with their messages, it brings from due to confirmed in a second.
 * What is due is put into the database in one commit, so that the engine meets all of it at once. Each is a mail and a
 * notification.
 */
public final class RemindersBench {
    private static final int WARM_UP = 3_000;
    private static final int MEASURED = 10_000;
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final Duration READY_WITHIN = Duration.ofMinutes(3);

    private static final String WEBSITE = """
            INSERT INTO website (id, name, currency, time_zone, active)
            VALUES ('%1$s', 'Bench', 'USD', 'Europe/Berlin', true);
            INSERT INTO reminder_config (id, website_id, name, deadline_percentage, email_subject, message, by_email,
                                         by_notification, active, display_order, created_at, updated_at, version)
            VALUES (gen_random_uuid(), '%1$s', 'Halfway', 50, '{amount} {currency} due on {due_date}',
                    'Dear {client_name}, {amount} {currency} to {website} for {reference}.', true, true, true, 0, now(),
                    now(), 0);
            INSERT INTO deletion_message (id, website_id, name, email_subject, message, by_email, by_notification, active,
                                          created_at, updated_at, version)
            VALUES (gen_random_uuid(), '%1$s', 'Expired', '{amount} {currency} expired',
                    'Dear {client_name}, {reference} has expired.', true, true, true, now(), now(), 0);
            INSERT INTO contact (id, website_id, full_name, email)
            SELECT ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, '%1$s', 'Client ' || n,
                   'client-' || n || '@mail.example'
              FROM generate_series(1, 1000) AS n;
            """;
    private static final String PAYMENTS = """
            WITH due AS (
                INSERT INTO payment (id, website_id, client_id, kind, reference, amount, currency, status, due_at,
                                     refunded_amount, created_at, updated_at, version)
                SELECT gen_random_uuid(), '%1$s', ('00000000-0000-7000-8000-' || lpad((1 + n %% 1000)::text, 12, '0'))::uuid,
                       'order', gen_random_uuid(), 100, 'USD', 'pending', now() + interval '%3$s', 0,
                       now() - interval '12 hours', now(), 0
                  FROM generate_series(1, %2$d) AS n
                RETURNING *)
            INSERT INTO reminder_schedule (payment_id, website_id, client_id, reference, amount, currency, created_at,
                                           due_at, next_action_at)
            SELECT id, website_id, client_id, reference, amount, currency, created_at, due_at, created_at FROM due
            """;

    private final Connection database;

    private RemindersBench(Connection database) {
        this.database = database;
    }

    /** Argument: the folder {@code quarkus-app} of payments-service. */
    public static void main(String[] arguments) throws Exception {
        Path app = Path.of(arguments[0]);
        Path folder = Files.createTempDirectory("reminders-bench-");
        try (PostgresPart postgres = PostgresPart.start(folder.resolve("postgres"), 0, Durability.ON);
                KafkaPart kafka = KafkaPart.start(folder.resolve("kafka"), 0);
                MailPart mail = MailPart.start(folder.resolve("mail"), 0)) {
            Database database = postgres.createDatabase("payments");
            ChildProcess service = start(app, folder, database, kafka, mail);
            try (Connection connection =
                    DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password())) {
                new RemindersBench(connection).run(mail);
            } finally {
                service.stop(ChildProcess.Signal.TERM, Duration.ofSeconds(30));
            }
        } finally {
            Folders.delete(folder);
        }
    }

    private static ChildProcess start(Path app, Path folder, Database database, KafkaPart kafka, MailPart mail) {
        int management = Ports.free();
        ChildProcess service = ChildProcess.start(
                "payments-service",
                ChildProcess.command(
                        List.of(
                                Executables.java(),
                                "-Xmx256m",
                                "-jar",
                                app.resolve("quarkus-run.jar").toString()),
                        ChildProcess.Signal.KILL),
                Map.ofEntries(
                        Map.entry("QUARKUS_HTTP_HOST", "127.0.0.1"),
                        Map.entry("QUARKUS_HTTP_PORT", Integer.toString(Ports.free())),
                        Map.entry("QUARKUS_MANAGEMENT_HOST", "127.0.0.1"),
                        Map.entry("QUARKUS_MANAGEMENT_PORT", Integer.toString(management)),
                        Map.entry("QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl()),
                        Map.entry("QUARKUS_DATASOURCE_USERNAME", database.user()),
                        Map.entry("QUARKUS_DATASOURCE_PASSWORD", database.password()),
                        Map.entry("KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers()),
                        Map.entry("QUARKUS_MAILER_HOST", "127.0.0.1"),
                        Map.entry("QUARKUS_MAILER_PORT", Integer.toString(mail.port()))),
                folder.resolve("service.pid"),
                folder.resolve("service.log"));
        // The management port answers once the service has migrated its database and started.
        service.await(() -> Ports.answers(management), READY_WITHIN);
        return service;
    }

    private void run(MailPart mail) throws Exception {
        String website = UUID.randomUUID().toString();
        execute(WEBSITE.formatted(website));
        measure(website, WARM_UP, "11 hours");
        measure(website, WARM_UP, "-1 second");
        double reminding = measure(website, MEASURED, "11 hours");
        System.out.printf("reminders: %,d in %.1f s = %,.0f/s%n", MEASURED, reminding, MEASURED / reminding);
        double expiring = measure(website, MEASURED, "-1 second");
        System.out.printf(
                "expiries, each with a skipped reminder and a message: %,d in %.1f s = %,.0f/s%n",
                MEASURED, expiring, MEASURED / expiring);
        int mails = mail.mailbox().all().size();
        if (mails != Math.min(20_000, 2 * (WARM_UP + MEASURED))) {
            throw new IllegalStateException("There are " + mails + " mails.");
        }
    }

    /** @return seconds until all have been sent */
    private double measure(String website, int payments, String dueIn) throws Exception {
        long target = count("SELECT count(*) FROM reminder WHERE status = 'sent'") + payments;
        execute(PAYMENTS.formatted(website, payments, dueIn));
        long start = System.nanoTime();
        while (count("SELECT count(*) FROM reminder WHERE status = 'sent'") < target) {
            if (System.nanoTime() - start > LONGEST.toNanos()) {
                throw new IllegalStateException("Not all were sent within " + LONGEST);
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private long count(String sql) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute(sql);
            statement.execute("ANALYZE");
        }
    }
}
