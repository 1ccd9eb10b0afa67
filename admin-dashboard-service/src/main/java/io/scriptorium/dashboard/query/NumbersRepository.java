package io.scriptorium.dashboard.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.scriptorium.dashboard.cache.StatementCount;
import io.scriptorium.dashboard.platform.Span;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Reads a dashboard's numbers, in one statement that is confined by the scope of whoever asks. */
@ApplicationScoped
class NumbersRepository {
    /**
     * @param known whether the website that was asked for exists; false when all were
     * @param asOf the moment whose numbers these are
     */
    record Reading<N>(N numbers, boolean known, Instant asOf) {}

    private static final String FRAME = """
            WITH asked AS (
                SELECT ?::uuid AS website_id, ?::date AS today, ?::text AS currency
            ), spans (earlier, first_day, last_day, first_month, end_month) AS (
                VALUES (FALSE, ?::date, ?::date, ?::date, ?::date),
                       (TRUE, ?::date, ?::date, ?::date, ?::date)
            )
            SELECT now() AS as_of,
                   EXISTS (
                       SELECT FROM website_fact WHERE id = (SELECT website_id FROM asked) AND NOT deleted
                   ) AS known,
                   (
            %s
                   ) AS numbers
            """;

    /** A dashboard that takes longer is broken, and holds a connection that others need. */
    private static final int TIMEOUT_SECONDS = 10;

    private final AgroalDataSource database;
    private final ObjectMapper json;

    NumbersRepository(AgroalDataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    <N> Reading<N> read(Dashboard<N> dashboard, Question question, StatementCount statements) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(statement(dashboard, question))) {
            statement.setQueryTimeout(TIMEOUT_SECONDS);
            bind(statement, dashboard, question);
            try (ResultSet row = statements.executeQuery(statement)) {
                row.next();
                return new Reading<>(
                        json.readValue(row.getString("numbers"), dashboard.numbers()),
                        row.getBoolean("known"),
                        row.getObject("as_of", OffsetDateTime.class).toInstant());
            }
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("the dashboard " + dashboard.name() + " cannot be read", e);
        }
    }

    static String statement(Dashboard<?> dashboard, Question question) {
        return FRAME.replace("%s", question.scope().confine(dashboard.sql()));
    }

    static void bind(PreparedStatement statement, Dashboard<?> dashboard, Question question) throws SQLException {
        statement.setObject(1, question.scope().counters());
        statement.setObject(2, question.today());
        statement.setString(3, question.currency().orElse(null));
        bind(statement, 4, Optional.of(question.span()));
        boolean earlier = question.comparing() || dashboard.alwaysCompares();
        bind(statement, 8, earlier ? Optional.of(question.span().before()) : Optional.empty());
    }

    private static void bind(PreparedStatement statement, int first, Optional<Span> span) throws SQLException {
        statement.setObject(first, span.map(Span::firstDay).orElse(null));
        statement.setObject(first + 1, span.map(Span::lastDay).orElse(null));
        statement.setObject(first + 2, span.map(Span::firstMonth).orElse(null));
        statement.setObject(first + 3, span.map(Span::endMonth).orElse(null));
    }
}
