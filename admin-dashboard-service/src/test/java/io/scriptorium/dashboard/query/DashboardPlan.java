package io.scriptorium.dashboard.query;

import io.scriptorium.dashboard.platform.Span;
import io.scriptorium.dashboard.platform.StatsScope;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How PostgreSQL runs a dashboard's one statement: what it runs, without what it only planned. */
public final class DashboardPlan {
    /** A node that reads a table or an index, and how many rows it gave each time. */
    private static final Pattern SCAN =
            Pattern.compile("Scan (?:Backward )?(?:using \\w+ )?on (\\w+).*rows=([0-9.]+) loops=(\\d+)");

    private DashboardPlan() {}

    /** Compared with the span before, which is the most that can be asked for. */
    public static String of(Connection connection, Dashboard<?> dashboard, StatsScope scope, Span span)
            throws SQLException {
        LocalDate today = span.lastDay();
        Question question = new Question(scope, span, true, Optional.empty(), today);
        String sql = "EXPLAIN (ANALYZE, COSTS OFF) " + NumbersRepository.statement(dashboard, question);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            NumbersRepository.bind(statement, dashboard, question);
            try (ResultSet line = statement.executeQuery()) {
                StringBuilder plan = new StringBuilder();
                while (line.next()) {
                    if (!line.getString(1).contains("never executed")) {
                        plan.append(line.getString(1)).append('\n');
                    }
                }
                return plan.toString();
            }
        }
    }

    /** How many rows the plan read of tables whose names begin so; what a bitmap's index gave does not count twice. */
    public static long rowsRead(String plan, String tables) {
        Matcher scan = SCAN.matcher(plan);
        double rows = 0;
        while (scan.find()) {
            if (scan.group(1).startsWith(tables) && !scan.group(1).endsWith("_pkey")) {
                rows += Double.parseDouble(scan.group(2)) * Long.parseLong(scan.group(3));
            }
        }
        return Math.round(rows);
    }
}
