package io.scriptorium.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One list query of writer-service, of {@code lists.sql}: a request, what is bound, and the SQL that the service
 * runs for it. A test of writer-service holds that it still does.
 */
record ListQuery(String request, List<String> bound, String sql) {
    private static final String REQUEST = "-- GET ";
    private static final String BOUND = "-- with ";

    static List<ListQuery> all() throws IOException {
        try (InputStream file = ListQuery.class.getResourceAsStream("lists.sql")) {
            List<ListQuery> queries = new ArrayList<>();
            String request = null;
            List<String> bound = List.of();
            StringBuilder sql = new StringBuilder();
            for (String line : new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                if (line.startsWith(REQUEST)) {
                    request = line.substring(REQUEST.length());
                } else if (line.startsWith(BOUND)) {
                    bound = Arrays.asList(line.substring(BOUND.length()).split(", "));
                } else if (!line.startsWith("--") && !line.isBlank()) {
                    sql.append(sql.isEmpty() ? "" : " ").append(line.strip());
                }
                if (line.endsWith(";") && request != null) {
                    queries.add(new ListQuery(request, bound, sql.substring(0, sql.length() - 1)));
                    request = null;
                    sql.setLength(0);
                }
            }
            return queries;
        }
    }
}
