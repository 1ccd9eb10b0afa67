package io.scriptorium.owner.test;

import static io.scriptorium.owner.test.Callers.anonymous;
import static io.scriptorium.owner.test.Callers.as;
import static io.scriptorium.owner.test.Callers.superadmin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A service that is not set up for trying out tells its time, and lets nobody move it. */
public final class FixedTime {
    private static final Map<String, String> LONG_AGO = Map.of("now", "2020-02-29T12:00:00Z");

    private FixedTime() {}

    /** @param path {@code /api/v1/SERVICE/clock} */
    public static void isKeptAt(String path) {
        superadmin()
                .body(LONG_AGO)
                .post(path + "/move")
                .then()
                .statusCode(403)
                .body("detail", containsString("cannot be moved"));
        superadmin().delete(path).then().statusCode(403);
        for (String role : List.of("admin", "support", "editor", "writer", "client")) {
            String website = UUID.randomUUID().toString();
            String account = UUID.randomUUID().toString();
            as(role, website, account)
                    .body(LONG_AGO)
                    .post(path + "/move")
                    .then()
                    .statusCode(403);
            as(role, website, account).delete(path).then().statusCode(403);
            as(role, website, account).get(path).then().statusCode(403);
        }
        anonymous().body(LONG_AGO).post(path + "/move").then().statusCode(401);
        String now = superadmin()
                .get(path)
                .then()
                .statusCode(200)
                .body("moved", is(false))
                .extract()
                .path("now");
        assertThat(Duration.between(Instant.parse(now), Instant.now()).abs()).isLessThan(Duration.ofHours(1));
    }
}
