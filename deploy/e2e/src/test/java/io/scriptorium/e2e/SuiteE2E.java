package io.scriptorium.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One suite, real in every part, from the first request to the kills. */
class SuiteE2E {
    private static final String USERS = "/api/v1/admin/dashboards/users";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static RunningSuite suite;
    private static Client superadmin;

    @BeforeAll
    static void start() throws Exception {
        suite = RunningSuite.shared();
        superadmin = suite.superadmin();
    }

    @Test
    void showsEachWriteOnTheDashboardAndServesTheRestFromTheCache() {
        String website = superadmin.createWebsite();
        assertThat(superadmin.createAccount(website, "writer").status()).isEqualTo(201);
        shows(website, 1);
        assertThat(dashboard(website).header("Cache-Status")).startsWith("dashboard; hit");
        assertThat(superadmin.createAccount(website, "client").status()).isEqualTo(201);
        shows(website, 2);
        Client.Answer answer = dashboard(website);
        assertThat(answer.json().get("total_writers").asInt()).isEqualTo(1);
        assertThat(answer.json().get("total_clients").asInt()).isEqualTo(1);
        assertThat(answer.json().get("daily")).hasSize(30);
    }

    @Test
    void letsNobodyInWithoutAnIdentityNorAnAdminSeeAnotherWebsite() {
        String own = superadmin.createWebsite();
        String foreign = superadmin.createWebsite();
        Client nobody = new Client(suite.address(), null);
        assertThat(nobody.get(USERS).status()).isEqualTo(401);
        assertThat(nobody.get("/api/v1/accounts").status()).isEqualTo(401);
        Client admin = new Client(suite.address(), suite.token("admin", own));
        assertThat(admin.get(USERS).status()).isEqualTo(200);
        assertThat(admin.get(USERS + "?website_id=" + foreign).status()).isEqualTo(404);
        assertThat(admin.get("/api/v1/websites").status()).isEqualTo(403);
        assertThat(admin.get("/api/v1/writer-service/outbox").status()).isEqualTo(403);
        assertThat(new Client(suite.address(), suite.token("writer", own))
                        .get(USERS)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void signsInOnceByTheAddressThatItPrinted() {
        Matcher printed =
                Pattern.compile("http://localhost:[0-9]+/#sign-in=(\\S+)").matcher(suite.log());
        assertThat(printed.find()).isTrue();
        String code = printed.group(1);
        Client nobody = new Client(suite.address(), null);
        // A code is signed by the same key, and is no token to any service.
        for (String path : List.of(USERS, "/api/v1/websites", "/api/v1/payments", "/api/v1/special-orders")) {
            assertThat(new Client(suite.address(), code).get(path).status())
                    .as(path)
                    .isEqualTo(401);
        }
        Client.Answer granted = nobody.post("/sign-in", Map.of("code", code));
        assertThat(granted.status()).isEqualTo(200);
        String token = granted.json().get("access_token").asText();
        Client signedIn = new Client(suite.address(), token);
        for (String path : List.of(USERS, "/api/v1/websites", "/api/v1/payments", "/api/v1/special-orders")) {
            assertThat(signedIn.get(path).status()).as(path).isEqualTo(200);
        }
        assertThat(nobody.post("/sign-in", Map.of("code", code)).status()).isEqualTo(401);
        assertThat(suite.logsOfServices()).isNotEmpty().doesNotContain(code, token);
    }

    @Test
    void keepsManagementToItself() {
        for (String path : List.of("/q/health", "/q/metrics", "/q/openapi", "/api/../q/health", "/nothing")) {
            assertThat(superadmin.get(path).status()).as(path).isEqualTo(404);
        }
        assertThat(superadmin.get("/openapi/writer-service.json").json().get("paths"))
                .isNotEmpty();
        assertThat(superadmin
                        .get("/openapi/admin-dashboard-service.json")
                        .json()
                        .get("paths"))
                .isNotEmpty();
    }

    @Test
    void answersEveryDashboardWhileRedisIsKilledAgainAndAgain() throws Exception {
        String website = superadmin.createWebsite();
        assertThat(superadmin.createAccount(website, "writer").status()).isEqualTo(201);
        shows(website, 1);
        AtomicBoolean over = new AtomicBoolean();
        ConcurrentLinkedQueue<String> wrong = new ConcurrentLinkedQueue<>();
        ExecutorService reader = Executors.newSingleThreadExecutor();
        Future<Integer> reads = reader.submit(() -> {
            int count = 0;
            for (; !over.get(); count++) {
                Client.Answer answer = dashboard(website);
                if (answer.status() != 200 || answer.json().get("total_users").asInt() != 1) {
                    wrong.add(answer.toString());
                }
            }
            return count;
        });
        for (int i = 0; i < 3; i++) {
            suite.kill("redis");
        }
        over.set(true);
        assertThat(reads.get()).isPositive();
        reader.shutdown();
        assertThat(wrong).isEmpty();
    }

    /** Creations go on all the while. What was answered 201 is there; what is there is counted; nothing is counted twice. */
    @Test
    void losesAndDoublesNothingWhileEachPartIsKilledUnderLoad() throws Exception {
        String website = superadmin.createWebsite();
        AtomicBoolean over = new AtomicBoolean();
        List<String> answered = Collections.synchronizedList(new ArrayList<>());
        ExecutorService writers = Executors.newFixedThreadPool(4);
        List<Future<?>> writing = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            writing.add(writers.submit(() -> {
                while (!over.get()) {
                    create(website, answered);
                }
                return null;
            }));
        }
        for (String part :
                List.of("writer-service", "kafka", "admin-dashboard-service", "postgres", "redis", "kafka")) {
            int before = answered.size();
            suite.kill(part);
            Awaitility.await("writes after the kill of " + part)
                    .atMost(PATIENCE)
                    .until(() -> answered.size() > before + 20);
        }
        over.set(true);
        for (Future<?> each : writing) {
            each.get();
        }
        writers.shutdown();

        List<JsonNode> accounts = superadmin.accounts(website);
        assertThat(accounts.stream().map(account -> account.get("id").asText()).collect(Collectors.toSet()))
                .hasSize(accounts.size())
                .containsAll(answered);
        shows(website, accounts.size());
        Client.Answer drift = superadmin.get("/api/v1/admin/operations/drift");
        assertThat(drift.json().get("differences").asInt()).as(drift.body()).isZero();
        Client.Answer letters = superadmin.get("/api/v1/admin/operations/dead-letters");
        assertThat(letters.json().get("items")).as(letters.body()).isEmpty();
    }

    /** While a part is down a request may fail, and whether it had its effect may then be unknown. */
    private static void create(String website, List<String> answered) throws InterruptedException {
        try {
            Client.Answer answer = superadmin.createAccount(website, "client");
            if (answer.status() == 201) {
                answered.add(answer.json().get("id").asText());
            } else {
                Thread.sleep(50);
            }
        } catch (UncheckedIOException noAnswer) {
            Thread.sleep(50);
        }
    }

    private static void shows(String website, int users) {
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).untilAsserted(() -> {
            Client.Answer answer = dashboard(website);
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            assertThat(answer.json().get("total_users").asInt()).isEqualTo(users);
        });
    }

    private static Client.Answer dashboard(String website) {
        return superadmin.get(USERS + "?website_id=" + website);
    }
}
