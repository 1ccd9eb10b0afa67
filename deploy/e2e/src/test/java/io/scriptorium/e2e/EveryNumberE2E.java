package io.scriptorium.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whatever clients do, and whatever is killed meanwhile: at rest, every number is that of the owners' tables. */
class EveryNumberE2E {
    private static final int OPERATIONS = 20_000;
    private static final int WEBSITES = 3;
    private static final int CLIENTS = 8;
    private static final Duration AT_REST_WITHIN = Duration.ofMinutes(5);
    private static final List<String> VICTIMS = List.of(
            "writer-service",
            "payments-service",
            "special-orders-service",
            "admin-dashboard-service",
            "redis",
            "kafka",
            "postgres");

    private static RunningSuite suite;
    private static Client superadmin;

    @BeforeAll
    static void start() throws IOException {
        suite = RunningSuite.shared();
        superadmin = suite.superadmin();
    }

    @Test
    void isRightAfterAnythingThatManyClientsDo() throws Exception {
        List<RandomMarket> markets = markets();
        long seed = operate(markets, OPERATIONS, () -> false);
        assertThat(accepted(markets)).as("seed " + seed).isGreaterThan(OPERATIONS / 3);
        isRightAtRest(markets, seed);
        staysRightWhileEverythingIsReadAgain(markets);
    }

    @Test
    void isRightAfterEachProcessWasKilledUnderLoad() throws Exception {
        List<RandomMarket> markets = markets();
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService killer = Executors.newSingleThreadExecutor();
        Future<?> kills = killer.submit(() -> {
            VICTIMS.forEach(suite::kill);
            over.set(true);
        });
        long seed = operate(markets, Integer.MAX_VALUE, over::get);
        kills.get();
        killer.shutdown();
        isRightAtRest(markets, seed);
    }

    private static List<RandomMarket> markets() {
        return IntStream.range(0, WEBSITES)
                .mapToObj(number -> new RandomMarket(suite))
                .toList();
    }

    private interface Ending {
        boolean reached();
    }

    private static long operate(List<RandomMarket> markets, int operations, Ending ending) throws Exception {
        long seed = Long.getLong("e2e.seed", new Random().nextLong());
        System.out.println("EveryNumberE2E operates by -De2e.seed=" + seed);
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        List<Future<?>> working = new ArrayList<>();
        for (int client = 0; client < CLIENTS; client++) {
            Random random = new Random(seed + client);
            working.add(threads.submit(() -> {
                for (int number = 0; number < operations / CLIENTS && !ending.reached(); number++) {
                    markets.get(random.nextInt(markets.size())).act(random);
                }
            }));
        }
        for (Future<?> each : working) {
            each.get();
        }
        threads.shutdown();
        markets.forEach(market -> System.out.printf(
                "%s: %d accepted, %d refused, %d without an answer%n",
                market.website(), market.accepted.get(), market.refused.get(), market.unanswered.get()));
        return seed;
    }

    private static int accepted(List<RandomMarket> markets) {
        return markets.stream().mapToInt(market -> market.accepted.get()).sum();
    }

    private static void isRightAtRest(List<RandomMarket> markets, long seed) {
        Recounts recounts = new Recounts(suite::database);
        Awaitility.await("rest, with seed " + seed)
                .atMost(AT_REST_WITHIN)
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> {
                    for (RandomMarket market : markets) {
                        assertThat(differences(recounts, market.website())).isEmpty();
                    }
                    assertThat(differences(recounts, null)).isEmpty();
                });
        markets.forEach(market -> assertThat(market.defects).as("seed " + seed).isEmpty());
        Client.Answer drift = superadmin.get("/api/v1/admin/operations/drift");
        assertThat(drift.json().get("differences").asInt()).as(drift.body()).isZero();
        Client.Answer letters = superadmin.get("/api/v1/admin/operations/dead-letters");
        assertThat(letters.json().get("items")).as(letters.body()).isEmpty();
        Client.Answer ledger = superadmin.get("/api/v1/ledger/trial-balance?compare=true");
        assertThat(ledger.json().path("balanced").asBoolean()).as(ledger.body()).isTrue();
    }

    /** Every topic is read again from its beginning; no read meanwhile may show anything else than before. */
    private static void staysRightWhileEverythingIsReadAgain(List<RandomMarket> markets) throws Exception {
        String website = markets.get(0).website();
        Map<String, String> before = new TreeMap<>();
        for (String dashboard : Recounts.dashboards()) {
            before.put(dashboard, numbers(dashboard, website));
        }
        for (JsonNode topic : superadmin.get("/api/v1/admin/operations").json().get("topics")) {
            String name = topic.get("topic").asText();
            Client.Answer begun = superadmin.post("/api/v1/admin/operations/replay", Map.of("topic", name));
            assertThat(begun.status()).as(begun.body()).isEqualTo(202);
            String state;
            do {
                for (Map.Entry<String, String> dashboard : before.entrySet()) {
                    assertThat(numbers(dashboard.getKey(), website))
                            .as(dashboard.getKey() + " while " + name + " is read again")
                            .isEqualTo(dashboard.getValue());
                }
                state = superadmin
                        .get("/api/v1/admin/operations/replay")
                        .json()
                        .get("state")
                        .asText();
            } while (state.equals("running"));
            assertThat(state).isEqualTo("done");
        }
    }

    private static List<String> differences(Recounts recounts, String website) throws SQLException {
        Map<String, JsonNode> answers = new TreeMap<>();
        for (String dashboard : Recounts.dashboards()) {
            answers.put(dashboard, answer(dashboard, website).json());
        }
        return recounts.differences(answers, website);
    }

    /** All but what changes with the time alone. */
    private static String numbers(String dashboard, String website) {
        return answer(dashboard, website)
                .body()
                .replaceAll("\"as_of\":\"[^\"]*\"", "")
                .replaceAll("\"oldest_open_age_hours\":[0-9.]+", "");
    }

    private static Client.Answer answer(String dashboard, String website) {
        Client.Answer answer = superadmin.get(
                "/api/v1/admin/dashboards/" + dashboard + (website == null ? "" : "?website_id=" + website));
        assertThat(answer.status()).as(dashboard + ": " + answer.body()).isEqualTo(200);
        return answer;
    }
}
