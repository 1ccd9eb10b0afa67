package io.scriptorium.dashboard.repair;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.All;
import io.scriptorium.dashboard.cache.CacheInvalidation;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** Checks counters against facts, and makes them again. */
@ApplicationScoped
public class Repair {
    private static final Logger LOG = Logger.getLogger(Repair.class);
    /** Facts are counted, all of them: minutes at a hundred million. */
    private static final int TIMEOUT_SECONDS = 1_800;

    private final AgroalDataSource database;
    private final CacheInvalidation cache;
    private final List<Stats> all;

    Repair(AgroalDataSource database, CacheInvalidation cache, @All List<Stats> all) {
        this.database = database;
        this.cache = cache;
        this.all = all.stream().sorted(Comparator.comparing(Stats::name)).toList();
    }

    /** The dashboards whose counters can be checked and made again. */
    List<String> names() {
        return all.stream().map(Stats::name).toList();
    }

    public DriftView drift() {
        List<DriftView.Cell> cells = new ArrayList<>();
        try (Connection connection = database.getConnection()) {
            for (Stats stats : all) {
                cells.addAll(drift(connection, stats));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("drift cannot be told", e);
        }
        return new DriftView(cells.size(), cells);
    }

    /**
     * One transaction: dashboards show the old numbers until it commits, then the new; the consumer waits. If the process dies between
     * commit and invalidation, the cache is made stale when the partitions are assigned anew.
     *
     * @param done is told of each dashboard whose counters have been made again
     */
    void recount(Consumer<String> done) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.setQueryTimeout(TIMEOUT_SECONDS);
                for (Stats stats : all) {
                    statement.execute("LOCK TABLE " + stats.factTable() + " IN EXCLUSIVE MODE");
                    statement.execute(stats.recountSql());
                    done.accept(stats.name());
                }
                connection.commit();
            } catch (SQLException e) {
                connection.rollback();
                throw e;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the counters cannot be made again", e);
        }
        cache.invalidateEverything();
        LOG.info("Counters were made again from the facts");
    }

    private static List<DriftView.Cell> drift(Connection connection, Stats stats) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(stats.driftSql())) {
            statement.setQueryTimeout(TIMEOUT_SECONDS);
            statement.setInt(1, DriftView.MAX_CELLS);
            try (ResultSet found = statement.executeQuery()) {
                List<DriftView.Cell> cells = new ArrayList<>();
                while (found.next()) {
                    cells.add(new DriftView.Cell(
                            stats.name(),
                            found.getString("counter"),
                            found.getString("cell"),
                            found.getBigDecimal("expected"),
                            found.getBigDecimal("actual")));
                }
                return cells;
            }
        }
    }
}
