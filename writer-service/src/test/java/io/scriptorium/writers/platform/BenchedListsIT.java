package io.scriptorium.writers.platform;

import static io.scriptorium.owner.test.Callers.as;
import static io.scriptorium.writers.Suite.aWebsite;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.scriptorium.local.test.Plans;
import io.scriptorium.writers.WithParts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** {@code deploy/suite bench lists} measures what the service runs, and no other statement. */
@QuarkusTest
@WithParts
class BenchedListsIT {
    private static final Path FILE = Path.of("../deploy/bench/src/main/resources/io/scriptorium/bench/lists.sql");
    private static final Map<String, String> TABLES = Map.of(
            "/api/v1/writers", "writer_profile",
            "/api/v1/order-requests", "order_request",
            "/api/v1/tickets", "ticket",
            "/api/v1/earnings", "earning");

    @Test
    void runsTheStatementsThatAreMeasured() throws IOException {
        String website = aWebsite();
        Map<String, String> measured = measured();
        Map<String, String> run = new LinkedHashMap<>();
        for (String request : measured.keySet()) {
            String filled = request.replaceAll("\\{[a-z]+}", UUID.randomUUID().toString());
            String table = TABLES.get(request.replaceAll("\\?.*", ""));
            run.put(
                    request,
                    Plans.of(
                                    table,
                                    () -> as(
                                                    "support",
                                                    website,
                                                    UUID.randomUUID().toString())
                                            .get(filled)
                                            .then()
                                            .statusCode(200))
                            .statement());
        }
        assertThat(measured).isNotEmpty().isEqualTo(run);
    }

    /** The statement of each request. */
    private static Map<String, String> measured() throws IOException {
        Map<String, String> statements = new LinkedHashMap<>();
        for (String part : Files.readString(FILE).split("-- GET ")) {
            String[] lines = part.split("\n", 3);
            if (lines.length == 3 && lines[1].startsWith("-- with ")) {
                statements.put(
                        lines[0], lines[2].strip().replaceAll("\\s+", " ").replaceAll(";$", ""));
            }
        }
        return statements;
    }
}
