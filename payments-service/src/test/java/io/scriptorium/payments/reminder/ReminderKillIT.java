package io.scriptorium.payments.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.scriptorium.local.ChildProcess;
import io.scriptorium.local.Database;
import io.scriptorium.local.Durability;
import io.scriptorium.local.Executables;
import io.scriptorium.local.MailPart;
import io.scriptorium.local.Mailbox.Mail;
import io.scriptorium.local.Ports;
import io.scriptorium.local.PostgresPart;
import io.scriptorium.local.test.LocalParts;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service as it is built, killed in full swing: what is due is sent all the same, and hardly anything twice. */
class ReminderKillIT {
    private static final int KILLS = 2;
    private static final int SENDERS = 8;
    private static final int DUE = 2_000;
    private static final int OVERDUE = 1_000;
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private static final String WEBSITE = """
            INSERT INTO website (id, name, currency, time_zone, active)
            VALUES ('%1$s', 'Essays', 'USD', 'Europe/Berlin', true);
            INSERT INTO reminder_config (id, website_id, name, deadline_percentage, email_subject, message, by_email,
                                         by_notification, active, display_order, created_at, updated_at, version)
            VALUES (gen_random_uuid(), '%1$s', 'Halfway', 50, 'Due', 'Dear {client_name}', true, true, true, 0, now(), now(),
                    0);
            INSERT INTO deletion_message (id, website_id, name, email_subject, message, by_email, by_notification, active,
                                          created_at, updated_at, version)
            VALUES (gen_random_uuid(), '%1$s', 'Expired', 'Expired', 'Dear {client_name}', true, true, true, now(), now(), 0);
            INSERT INTO contact (id, website_id, full_name, email)
            VALUES ('%2$s', '%1$s', 'Ada King', 'ada@mail.example');
            """;
    private static final String PAYMENTS = """
            WITH due AS (
                INSERT INTO payment (id, website_id, client_id, kind, reference, amount, currency, status, due_at,
                                     refunded_amount, created_at, updated_at, version)
                SELECT gen_random_uuid(), '%1$s', '%2$s', 'order', gen_random_uuid(), 100, 'USD', 'pending',
                       now() + interval '%4$s', 0, now() - interval '12 hours', now(), 0
                  FROM generate_series(1, %3$d) AS n
                RETURNING *)
            INSERT INTO reminder_schedule (payment_id, website_id, client_id, reference, amount, currency, created_at,
                                           due_at, next_action_at)
            SELECT id, website_id, client_id, reference, amount, currency, created_at, due_at, created_at FROM due
            """;

    @TempDir
    Path folder;

    @Test
    void sendsEverythingAlthoughItIsKilledAgainAndAgain() throws Exception {
        UUID website = UUID.randomUUID();
        UUID client = UUID.randomUUID();
        try (PostgresPart postgres = PostgresPart.start(folder.resolve("postgres"), 0, Durability.ON);
                MailPart mail = MailPart.start(folder.resolve("mail"), 0)) {
            Database database = postgres.createDatabase("killed");
            ChildProcess service = start(database, mail);
            try (Connection connection =
                    DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password())) {
                execute(
                        connection,
                        WEBSITE.formatted(website, client)
                                + PAYMENTS.formatted(website, client, DUE, "11 hours")
                                + ";"
                                + PAYMENTS.formatted(website, client, OVERDUE, "-1 second"));
                Random random = new Random();
                for (int kill = 1; kill <= KILLS; kill++) {
                    int before = sent(connection);
                    await().pollInterval(Duration.ofMillis(20)).atMost(PATIENCE).until(() -> sent(connection) > before);
                    Thread.sleep(random.nextInt(500));
                    service.kill();
                    assertThat(sent(connection))
                            .as("it was killed in full swing")
                            .isLessThan(DUE + OVERDUE);
                    service = start(database, mail);
                }
                await().pollInterval(Duration.ofMillis(100))
                        .atMost(PATIENCE)
                        .until(() -> sent(connection) == DUE + OVERDUE);

                // One reminder of each, and one message for each that expired; what expired was not reminded of.
                assertThat(count(
                                connection,
                                "SELECT count(*) FROM reminder WHERE kind = 'deletion' AND status = 'sent'"))
                        .isEqualTo(OVERDUE);
                assertThat(count(connection, "SELECT count(*) FROM reminder WHERE status = 'skipped'"))
                        .isEqualTo(OVERDUE);
                assertThat(count(connection, "SELECT count(*) FROM payment WHERE cancellation_reason = 'expired'"))
                        .isEqualTo(OVERDUE);
                assertThat(count(connection, "SELECT count(*) FROM payment WHERE status = 'pending'"))
                        .isEqualTo(DUE);
            } finally {
                service.kill();
            }
            Map<String, Long> copies = mail.mailbox().all().stream()
                    .collect(Collectors.groupingBy(Mail::messageId, Collectors.counting()));
            assertThat(copies).hasSize(DUE + OVERDUE);
            long extra = copies.values().stream().mapToLong(each -> each - 1).sum();
            assertThat(extra).isLessThanOrEqualTo((long) KILLS * SENDERS);
        }
    }

    private ChildProcess start(Database database, MailPart mail) {
        int management = Ports.free();
        ChildProcess service = ChildProcess.start(
                "payments-service",
                ChildProcess.command(
                        List.of(
                                Executables.java(),
                                "-Xmx256m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-jar",
                                "target/quarkus-app/quarkus-run.jar"),
                        ChildProcess.Signal.KILL),
                Map.ofEntries(
                        Map.entry("QUARKUS_HTTP_HOST", "127.0.0.1"),
                        Map.entry("QUARKUS_HTTP_PORT", Integer.toString(Ports.free())),
                        Map.entry("QUARKUS_MANAGEMENT_HOST", "127.0.0.1"),
                        Map.entry("QUARKUS_MANAGEMENT_PORT", Integer.toString(management)),
                        Map.entry("QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl()),
                        Map.entry("QUARKUS_DATASOURCE_USERNAME", database.user()),
                        Map.entry("QUARKUS_DATASOURCE_PASSWORD", database.password()),
                        Map.entry("KAFKA_BOOTSTRAP_SERVERS", LocalParts.kafka().bootstrapServers()),
                        Map.entry("QUARKUS_MAILER_HOST", "127.0.0.1"),
                        Map.entry("QUARKUS_MAILER_PORT", Integer.toString(mail.port())),
                        Map.entry("REMINDERS_LEASE", "20S"),
                        Map.entry("REMINDERS_SEND_TIMEOUT", "5S"),
                        Map.entry("REMINDERS_SENDERS", Integer.toString(SENDERS)),
                        Map.entry("REMINDERS_BATCH_SIZE", "50")),
                folder.resolve("service.pid"),
                folder.resolve("service.log"));
        service.await(() -> Ports.answers(management), PATIENCE);
        return service;
    }

    private static int sent(Connection connection) throws SQLException {
        return count(connection, "SELECT count(*) FROM reminder WHERE status = 'sent'");
    }

    private static int count(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getInt(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
            statement.execute("ANALYZE");
        }
    }
}
