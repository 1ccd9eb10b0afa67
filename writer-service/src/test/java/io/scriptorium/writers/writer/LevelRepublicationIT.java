package io.scriptorium.writers.writer;

import static io.scriptorium.owner.test.Callers.superadmin;
import static io.scriptorium.owner.test.Topics.all;
import static io.scriptorium.owner.test.Topics.events;
import static io.scriptorium.writers.Suite.aWebsite;
import static io.scriptorium.writers.WriterSuite.aLevel;
import static io.scriptorium.writers.WriterSuite.aWriter;
import static io.scriptorium.writers.WriterSuite.inParallel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.scriptorium.owner.tenant.ActingTenant;
import io.scriptorium.writers.WithParts;
import io.scriptorium.writers.WriterSuite.Writer;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A change of a level reaches the event of every writer who has it, whatever happens meanwhile. */
@QuarkusTest
@WithParts
class LevelRepublicationIT {
    private static final String TOPIC = "writers.writer.changes";
    /** More than two batches. */
    private static final int MANY = 2 * LevelRepublicationBatch.SIZE + 50;

    @Inject
    AgroalDataSource database;

    @Inject
    LevelRepublicationBatch batch;

    @Inject
    ActingTenant acting;

    @Test
    void publishesEveryWriterOfTheLevelAndNobodyElse() throws Exception {
        String website = aWebsite();
        String level = aLevel(website);
        Writer other = aWriter(website, Map.of("level_id", aLevel(website)));
        fill(website, level, MANY);
        percentage(level, 0, "65.50");
        awaitNothingOwed(level);
        Map<String, String> last = lastOf(website);
        assertThat(last).hasSize(MANY + 1);
        last.remove(other.id());
        assertThat(last.values()).allMatch(state -> state.contains("\"tip_percentage\":65.50"));
        events(TOPIC, other.id(), 1);
    }

    @Test
    void publishesForANewNameOrRankAndNotForWhatNoEventShows() throws Exception {
        String website = aWebsite();
        String level = aLevel(website);
        Writer writer = aWriter(website, Map.of("level_id", level));
        change(level, 0, Map.of("max_active_orders", 50));
        change(level, 1, Map.of("name", "Grand Master"));
        assertThat(events(TOPIC, writer.id(), 2).get(1).value()).contains("Grand Master");
        change(level, 2, Map.of("rank", 77));
        assertThat(events(TOPIC, writer.id(), 3).get(2).value()).contains("\"rank\":77");
        change(level, 3, Map.of("tip_percentage", 60));
        awaitNothingOwed(level);
        events(TOPIC, writer.id(), 3);
    }

    /** As if the process had died right after the commit: what it owed is in the table, and nobody was woken. */
    @Test
    void paysWhatADeadProcessOwed() throws Exception {
        String website = aWebsite();
        String level = aLevel(website);
        Writer writer = aWriter(website, Map.of("level_id", level));
        execute("UPDATE writer_level SET tip_percentage = 71.25 WHERE id = '%s'".formatted(level));
        execute("INSERT INTO level_republication (id, website_id, level_id) VALUES ('%s', '%s', '%s')"
                .formatted(UUID.randomUUID(), website, level));
        assertThat(events(TOPIC, writer.id(), 2).get(1).value()).contains("71.25");
        awaitNothingOwed(level);
    }

    /** As if the process had died within a batch: nothing of it is there, and the next one begins where it began. */
    @Test
    void repeatsABatchThatWasUndone() throws Exception {
        String website = aWebsite();
        String level = aLevel(website);
        Writer writer = aWriter(website, Map.of("level_id", level));
        execute("UPDATE writer_level SET tip_percentage = 72.25 WHERE id = '%s'".formatted(level));
        acting.as(website, () -> {
            assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                        batch.owe(new io.scriptorium.writers.level.LevelView(
                                UUID.fromString(level),
                                UUID.fromString(website),
                                "Any",
                                1,
                                java.math.BigDecimal.ONE,
                                1,
                                1,
                                null,
                                null,
                                0));
                        assertThat(batch.publishNext(UUID.fromString(level))).isTrue();
                        throw new IllegalStateException("died");
                    }))
                    .hasMessageContaining("died");
        });
        assertThat(all(TOPIC))
                .filteredOn(event -> writer.id().equals(event.key()))
                .hasSize(1);
        execute("INSERT INTO level_republication (id, website_id, level_id) VALUES ('%s', '%s', '%s')"
                .formatted(UUID.randomUUID(), website, level));
        assertThat(events(TOPIC, writer.id(), 2).get(1).value()).contains("72.25");
    }

    /** Writers are given the level and edited while its percentage changes, again and again. */
    @Test
    void losesNoWriterWhoChangesMeanwhile() throws Exception {
        String website = aWebsite();
        String level = aLevel(website);
        fill(website, level, LevelRepublicationBatch.SIZE + 20);
        List<Writer> late = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            late.add(aWriter(website));
        }
        List<Callable<Integer>> all = new ArrayList<>();
        for (Writer writer : late) {
            all.add(() -> superadmin()
                    .header("If-Match", "\"0\"")
                    .body(Map.of("level_id", level))
                    .patch("/api/v1/writers/" + writer.id())
                    .statusCode());
            all.add(() -> superadmin()
                    .body(Map.of("score", 5))
                    .post("/api/v1/writers/" + writer.id() + "/reviews")
                    .statusCode());
        }
        for (int i = 0; i < 8; i++) {
            int percentage = 10 + i;
            all.add(
                    3 * i,
                    () -> superadmin()
                            .header("If-Match", "*")
                            .body(Map.of("tip_percentage", percentage))
                            .patch("/api/v1/writer-levels/" + level)
                            .statusCode());
        }
        assertThat(inParallel(all)).doesNotContain(500, 503);
        superadmin().get("/api/v1/writer-levels/" + level).then().statusCode(200);
        awaitNothingOwed(level);
        String percentage = "\"tip_percentage\":%s"
                .formatted(text("SELECT tip_percentage FROM writer_level WHERE id = '%s'".formatted(level)));
        String having = text("SELECT count(*) FROM writer_profile WHERE level_id = '%s'".formatted(level));
        Map<String, String> last = lastOf(website);
        assertThat(last.values())
                .filteredOn(state -> state.contains(level))
                .hasSize(Integer.parseInt(having))
                .allMatch(state -> state.contains(percentage));
    }

    private static void percentage(String level, int version, String percentage) {
        change(level, version, Map.of("tip_percentage", new java.math.BigDecimal(percentage)));
    }

    private static void change(String level, int version, Map<String, Object> fields) {
        superadmin()
                .header("If-Match", "\"" + version + "\"")
                .body(fields)
                .patch("/api/v1/writer-levels/" + level)
                .then()
                .statusCode(200);
    }

    private void awaitNothingOwed(String level) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            assertThat(text("SELECT count(*) FROM level_republication WHERE level_id = '%s'".formatted(level)))
                    .isEqualTo("0");
            assertThat(text("SELECT count(*) FROM outbox")).isEqualTo("0");
        });
    }

    /** The last state of each writer of a website, as a reader of the topic has it. */
    private static Map<String, String> lastOf(String website) {
        Map<String, String> last = new HashMap<>();
        for (ConsumerRecord<String, String> event : all(TOPIC)) {
            if (event.value() != null && event.value().contains(website)) {
                last.put(event.key(), event.value());
            }
        }
        return last;
    }

    private void fill(String website, String level, int writers) throws SQLException {
        execute("""
                WITH filler AS (
                    INSERT INTO account (id, website_id, username, email, full_name, role, created_at, updated_at, version)
                    SELECT uuidv7(), '%1$s', 'filler-' || n, 'f@mail.example', 'Filler', 'writer', now(), now(), 0
                      FROM generate_series(1, %3$d) AS n
                    RETURNING id
                )
                INSERT INTO writer_profile (id, website_id, writer_id, pen_name, level_id, status, status_changed_at,
                                            is_available_for_auto_assignments, availability_changed_at, rating, reviews,
                                            review_points, completed_orders, active_orders, total_earnings, time_zone,
                                            skills, subjects, payment_schedule, verified, created_at, updated_at, version)
                SELECT uuidv7(), '%1$s', id, 'Filler', '%2$s', 'active', now(), true, now(), 0, 0, 0, 0, 0, 0, 'UTC',
                       '{}', '{}', 'monthly', true, now(), now(), 0
                  FROM filler
                """.formatted(website, level, writers));
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String text(String query) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
