package io.scriptorium.specialorders.depositsetting;

import static io.scriptorium.owner.test.Callers.admin;
import static io.scriptorium.owner.test.Callers.as;
import static io.scriptorium.owner.test.Callers.superadmin;
import static io.scriptorium.specialorders.Suite.aWebsite;
import static io.scriptorium.specialorders.Suite.account;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.scriptorium.specialorders.WithParts;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithParts
class DepositSettingIT {
    private static final String SETTINGS = "/api/v1/deposit-settings";

    private final String website = aWebsite();

    @Test
    void isHalfUnlessSet() {
        admin(website)
                .get(SETTINGS + "/" + website)
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("percentage", is(50.00f), "updated_at", nullValue(), "version", is(0));
        admin(website).get(SETTINGS).then().body("items", empty());
        admin(website)
                .header("If-Match", "\"0\"")
                .body(Map.of("percentage", 33.33))
                .put(SETTINGS + "/" + website)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("percentage", is(33.33f));
        admin(website)
                .header("If-Match", "\"1\"")
                .body(Map.of("percentage", 100))
                .put(SETTINGS + "/" + website)
                .then()
                .header("ETag", "\"2\"");
        superadmin().get(SETTINGS + "/" + website).then().body("percentage", is(100.00f), "version", is(2));
        superadmin()
                .get(SETTINGS + "?website_id=" + website)
                .then()
                .body("items.website_id", contains(website), "items.version", contains(2));
    }

    @Test
    void letsOneOfManyThatSetItAtOnceSucceed() throws Exception {
        Callable<Integer> set = () -> admin(website)
                .header("If-Match", "\"0\"")
                .body(Map.of("percentage", 25))
                .put(SETTINGS + "/" + website)
                .statusCode();
        ExecutorService workers = Executors.newFixedThreadPool(10);
        try {
            List<Future<Integer>> answers = workers.invokeAll(Collections.nCopies(10, set));
            int done = 0;
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isIn(200, 412);
                done += answer.get() == 200 ? 1 : 0;
            }
            assertThat(done).isEqualTo(1);
        } finally {
            workers.shutdownNow();
        }
    }

    @Test
    void isSetByAdminsAlone() {
        for (String role : List.of("support", "editor", "writer", "client")) {
            as(role, website, account())
                    .header("If-Match", "*")
                    .body(Map.of("percentage", 25))
                    .put(SETTINGS + "/" + website)
                    .then()
                    .statusCode(403);
        }
        as("support", website, account()).get(SETTINGS + "/" + website).then().statusCode(200);
        as("client", website, account()).get(SETTINGS + "/" + website).then().statusCode(403);
        admin(website)
                .body(Map.of("percentage", 25))
                .put(SETTINGS + "/" + website)
                .then()
                .statusCode(428);
        superadmin().get(SETTINGS + "/" + account()).then().statusCode(404);
    }
}
