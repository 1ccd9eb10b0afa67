package io.scriptorium.dashboard.userstats;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.scriptorium.dashboard.cache.StatementCount;
import io.scriptorium.dashboard.platform.SqlFile;
import io.scriptorium.dashboard.platform.StatsScope;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/** The users dashboard in one statement. */
@ApplicationScoped
class UserStatsRepository {
    private static final String USERS = SqlFile.read(UserStatsRepository.class, "users.sql");
    /** A dashboard that takes longer is broken, and holds a connection that others need. */
    private static final int TIMEOUT_SECONDS = 10;

    private final AgroalDataSource database;
    private final ObjectMapper json;

    UserStatsRepository(AgroalDataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Created from {@code firstDay} to {@code lastDay}, both included. */
    UserCounts count(StatsScope scope, LocalDate firstDay, LocalDate lastDay, StatementCount statements) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(scope.confine(USERS))) {
            statement.setQueryTimeout(TIMEOUT_SECONDS);
            statement.setObject(1, scope.websiteId().orElse(null));
            statement.setObject(2, firstDay);
            statement.setObject(3, lastDay);
            try (ResultSet row = statements.executeQuery(statement)) {
                row.next();
                return new UserCounts(
                        row.getBoolean("known"),
                        list(row.getString("totals"), UserCounts.Total[].class),
                        list(row.getString("days"), UserCounts.Day[].class),
                        list(row.getString("websites"), UserCounts.WebsiteTotal[].class),
                        row.getObject("as_of", OffsetDateTime.class).toInstant());
            }
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("the users dashboard cannot be read", e);
        }
    }

    private <T> List<T> list(String array, Class<T[]> type) throws JsonProcessingException {
        return array == null ? List.of() : List.of(json.readValue(array, type));
    }
}
