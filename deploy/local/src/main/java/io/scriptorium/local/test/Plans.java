package io.scriptorium.local.test;

import io.scriptorium.local.PartFailure;
import io.scriptorium.local.PostgresPart;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jose4j.json.JsonUtil;
import org.jose4j.lang.JoseException;

/**
 * The plans of what a piece of a test has the shared PostgreSQL do, whoever wrote the SQL and bound its parameters: read
 * from the server's log, so that they are those that ran.
 */
public final class Plans {
    private static final int ATTEMPTS = 20;
    private static final long PAUSE_MILLIS = 250;

    private static boolean logged;

    private Plans() {}

    /**
     * The one statement that reads the table, of all that ran.
     *
     * @param reading changes nothing: it is repeated until the server has begun to log plans
     */
    public static Plan of(String table, Runnable reading) {
        return of(table, 1, reading).get(0);
    }

    /** As above, where so many statements read it, in the order of their ends. */
    public static synchronized List<Plan> of(String table, int statements, Runnable reading) {
        PostgresPart postgres = LocalParts.postgres();
        if (!logged) {
            postgres.logPlans();
            logged = true;
        }
        List<Plan> others = List.of();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            long before = postgres.log().toFile().length();
            reading.run();
            List<Plan> plans = readFrom(postgres, before);
            List<Plan> ofTable =
                    plans.stream().filter(plan -> plan.reads(table)).toList();
            if (ofTable.size() == statements) {
                return ofTable;
            }
            others = plans;
            pause();
        }
        throw new PartFailure("Not " + statements + " statements read " + table + " but: " + others);
    }

    private static List<Plan> readFrom(PostgresPart postgres, long position) {
        try (RandomAccessFile log = new RandomAccessFile(postgres.log().toFile(), "r")) {
            byte[] written = new byte[Math.toIntExact(log.length() - position)];
            log.seek(position);
            log.readFully(written);
            return parsed(new String(written, StandardCharsets.UTF_8).lines().toList());
        } catch (IOException e) {
            throw new PartFailure("PostgreSQL's log cannot be read: " + e.getMessage(), e);
        }
    }

    /** An entry's first line ends in {@code plan:}; those that go on with it begin with a tab. */
    private static List<Plan> parsed(List<String> lines) {
        List<Plan> plans = new ArrayList<>();
        StringBuilder json = null;
        for (String line : lines) {
            if (json != null && line.startsWith("\t")) {
                json.append(line);
                continue;
            }
            if (json != null) {
                plans.add(parsed(json.toString()));
            }
            json = line.endsWith(" plan:") ? new StringBuilder() : null;
        }
        if (json != null) {
            plans.add(parsed(json.toString()));
        }
        return plans;
    }

    @SuppressWarnings("unchecked") // What PostgreSQL documents of the format.
    private static Plan parsed(String json) {
        try {
            Map<String, Object> entry = JsonUtil.parseJson(json);
            return new Plan(String.valueOf(entry.get("Query Text")), (Map<String, Object>) entry.get("Plan"));
        } catch (JoseException e) {
            throw new PartFailure("PostgreSQL's log has a plan that is no JSON: " + json, e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailure("Interrupted while waiting for plans.", e);
        }
    }
}
