package io.scriptorium.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agroal.api.AgroalDataSource;
import io.restassured.response.Response;
import io.scriptorium.dashboard.Clients.Client;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** What is true of every dashboard, whatever it shows. Nothing may be consumed meanwhile. */
public final class DashboardChecks {
    private static final String DASHBOARDS = "/api/v1/admin/dashboards/";
    private static final ObjectMapper JSON = new ObjectMapper();
    /** What a view says about itself. */
    private static final Set<String> FRAME =
            Set.of("currency", "other_currencies", "period", "days", "compare", "as_of", "scope");

    private DashboardChecks() {}

    /**
     * One statement when it is cold, none when it is cached; every table in it can be exported, from what is cached,
     * with every number that is shown; and who may not see it does not.
     */
    public static void check(AgroalDataSource database, String dashboard, UUID website) throws Exception {
        costsOneStatement(database, dashboard, website);
        exportsEveryTable(database, dashboard, website);
        isForStaffOfTheWebsite(dashboard, website);
    }

    private static void costsOneStatement(AgroalDataSource database, String dashboard, UUID website) throws Exception {
        for (Client client : List.of(Clients.as("admin", website), Clients.superadmin())) {
            long before = Statements.onStats(database);
            Response cold = client.get(DASHBOARDS + dashboard);
            assertThat(cold.statusCode()).as(cold.asString()).isEqualTo(200);
            assertThat(cold.header("Server-Timing")).contains("desc=\"1\"");
            assertThat(Statements.onStats(database) - before).isEqualTo(1);
            Response cached = client.get(DASHBOARDS + dashboard);
            assertThat(cached.header("Cache-Status")).startsWith("dashboard; hit");
            assertThat(cached.asString()).isEqualTo(cold.asString());
            assertThat(Statements.onStats(database) - before).isEqualTo(1);
            assertThat(client.request()
                            .header("If-None-Match", cold.header("ETag"))
                            .get(DASHBOARDS + dashboard)
                            .statusCode())
                    .isEqualTo(304);
        }
    }

    private static void exportsEveryTable(AgroalDataSource database, String dashboard, UUID website) throws Exception {
        Client client = Clients.as("admin", website);
        JsonNode view = JSON.readTree(client.get(DASHBOARDS + dashboard).asString());
        List<String> tables = tables(client.get(DASHBOARDS + dashboard + "/export.csv?table=none"));
        long before = Statements.onStats(database);
        for (String table : tables) {
            Response export = client.get(DASHBOARDS + dashboard + "/export.csv?table=" + table);
            assertThat(export.statusCode()).as(table).isEqualTo(200);
            assertThat(export.contentType()).isEqualTo("text/csv;charset=UTF-8");
            List<String> lines = Arrays.asList(export.asString().split("\r\n"));
            JsonNode shown = view.at("/" + table.replace('.', '/'));
            JsonNode row = shown.isMissingNode() ? scalarsOf(view) : shown.isArray() ? shown.path(0) : shown;
            assertThat(lines).as(table).hasSize(1 + (shown.isArray() ? shown.size() : 1));
            if (row.isObject()) {
                assertThat(Arrays.stream(lines.get(0).split(",")).map(header -> header.replaceAll(" \\(.*\\)", "")))
                        .as(table)
                        .containsExactlyInAnyOrderElementsOf(row::fieldNames);
            }
        }
        assertThat(Statements.onStats(database))
                .as("exports come from the cache")
                .isEqualTo(before);
        assertThat(tables).as("every list and object is a table").containsAll(listsAndObjects(view, ""));
    }

    private static void isForStaffOfTheWebsite(String dashboard, UUID website) {
        for (String role : List.of("editor", "writer", "client")) {
            for (String path : List.of(dashboard, dashboard + "/export.csv?table=none")) {
                assertThat(Clients.as(role, website).get(DASHBOARDS + path).statusCode())
                        .as("%s %s", role, path)
                        .isEqualTo(403);
            }
        }
        for (String role : List.of("admin", "support")) {
            Client stranger = Clients.as(role, UUID.randomUUID());
            assertThat(stranger.get(DASHBOARDS + dashboard + "?website_id=" + website)
                            .statusCode())
                    .isEqualTo(404);
            assertThat(stranger.get(DASHBOARDS + dashboard + "?colour=red").statusCode())
                    .isEqualTo(400);
        }
        assertThat(Clients.superadmin()
                        .get(DASHBOARDS + dashboard + "?website_id=" + UUID.randomUUID())
                        .statusCode())
                .isEqualTo(404);
    }

    private static List<String> tables(Response refusal) {
        assertThat(refusal.statusCode()).isEqualTo(400);
        String message = refusal.path("errors[0].message");
        return List.of(message.replace("must be one of ", "").split(", "));
    }

    private static List<String> listsAndObjects(JsonNode view, String place) {
        List<String> found = new ArrayList<>();
        view.properties().forEach(field -> {
            if (place.isEmpty() && FRAME.contains(field.getKey())) {
                return;
            }
            String name = place + field.getKey();
            JsonNode value = field.getValue();
            boolean holdsOthers = value.isObject()
                    && value.size() > 0
                    && StreamSupport.stream(value.spliterator(), false).allMatch(JsonNode::isContainerNode);
            if (holdsOthers) {
                found.addAll(listsAndObjects(value, name + "."));
            } else if (value.isContainerNode()) {
                found.add(name);
            }
        });
        return found;
    }

    /** The numbers that stand in the view itself. */
    private static JsonNode scalarsOf(JsonNode view) {
        ObjectNode scalars = JSON.createObjectNode();
        view.properties().forEach(field -> {
            if (field.getValue().isValueNode() && !FRAME.contains(field.getKey())) {
                scalars.set(field.getKey(), field.getValue());
            }
        });
        return scalars;
    }
}
