package io.scriptorium.writers.writer;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.scriptorium.owner.tenant.ActingTenant;
import io.scriptorium.writers.level.LevelView;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Publishes the writers of a level again when the level changes. The change itself writes down, in its transaction,
 * that it is owed; every replica looks for what is owed, right after such a change and otherwise every second, and works
 * it off in batches. Whatever dies in between, the row is still there.
 */
@ApplicationScoped
class LevelRepublications {
    private static final Logger LOG = Logger.getLogger(LevelRepublications.class);
    private static final long PAUSE_MILLIS = 1_000;

    /**
     * Which levels, of all websites: the one statement here that no tenant confines. It only says for whom to work; the
     * work is done as that website.
     */
    private static final String OWED = "SELECT DISTINCT website_id, level_id FROM level_republication LIMIT 100";

    private final LevelRepublicationBatch batch;
    private final ActingTenant acting;
    private final DataSource database;
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "level-republication");
        thread.setDaemon(true);
        return thread;
    });

    LevelRepublications(LevelRepublicationBatch batch, ActingTenant acting, DataSource database) {
        this.batch = batch;
        this.acting = acting;
        this.database = database;
    }

    void start(@Observes StartupEvent started) {
        worker.scheduleWithFixedDelay(this::workOff, PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void stop() {
        worker.shutdownNow();
    }

    /** In the transaction of the change: owed if and only if the level has changed. */
    void owe(@Observes LevelView changed) {
        batch.owe(changed);
    }

    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) LevelView changed) {
        worker.execute(this::workOff);
    }

    private void workOff() {
        try {
            for (Owed owed : owed()) {
                acting.as(owed.website(), () -> {
                    while (QuarkusTransaction.requiringNew().call(() -> batch.publishNext(owed.level()))) {
                        // Each batch is a transaction of its own.
                    }
                });
            }
        } catch (SQLException | RuntimeException e) {
            // Nothing is lost by it: what is owed is looked for again.
            LOG.warnf(e, "Writers of a changed level are published later");
        }
    }

    private List<Owed> owed() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(OWED);
                ResultSet rows = statement.executeQuery()) {
            List<Owed> owed = new ArrayList<>();
            while (rows.next()) {
                owed.add(new Owed(rows.getString(1), rows.getObject(2, UUID.class)));
            }
            return owed;
        }
    }

    private record Owed(String website, UUID level) {}
}
