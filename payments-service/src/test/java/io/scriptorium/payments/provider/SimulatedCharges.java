package io.scriptorium.payments.provider;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** What the provider's own books say: the money that really moved. */
@ApplicationScoped
public class SimulatedCharges {
    private static final String BOOKS = """
            SELECT count(*) FILTER (WHERE o.kind = 'charge'),
                   coalesce(sum(o.amount) FILTER (WHERE o.kind = 'charge'), 0),
                   coalesce(sum(o.amount) FILTER (WHERE o.kind = 'refund'), 0)
              FROM simulated_operation o
              JOIN payment_attempt a ON a.id = o.key
             WHERE o.succeeds AND a.payment_id = ?
            """;

    private final AgroalDataSource database;

    SimulatedCharges(AgroalDataSource database) {
        this.database = database;
    }

    /** @param captures how many charges of a payment succeeded */
    public record Books(long captures, BigDecimal captured, BigDecimal refunded) {}

    public Books of(String paymentId) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(BOOKS)) {
            statement.setObject(1, UUID.fromString(paymentId));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new Books(row.getLong(1), row.getBigDecimal(2), row.getBigDecimal(3));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the books cannot be read", e);
        }
    }
}
