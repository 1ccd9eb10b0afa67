package io.scriptorium.writers.level;

import static io.scriptorium.owner.test.Callers.admin;
import static io.scriptorium.owner.test.Callers.as;
import static io.scriptorium.owner.test.Callers.superadmin;
import static io.scriptorium.writers.Suite.aWebsite;
import static io.scriptorium.writers.WriterSuite.aLevel;
import static io.scriptorium.writers.WriterSuite.aWriter;
import static io.scriptorium.writers.WriterSuite.inParallel;
import static io.scriptorium.writers.WriterSuite.levelFields;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.scriptorium.writers.WithParts;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithParts
class LevelIT {
    @Test
    void createsALevelAndShowsIt() {
        String website = aWebsite();
        Map<String, Object> fields = levelFields(website, Map.of("tip_percentage", new BigDecimal("62.5")));
        fields.remove("website_id");
        String id = admin(website)
                .body(fields)
                .post("/api/v1/writer-levels")
                .then()
                .statusCode(201)
                .header("ETag", "\"0\"")
                .extract()
                .path("id");
        String shown = as("writer", website, UUID.randomUUID().toString())
                .get("/api/v1/writer-levels/" + id)
                .then()
                .statusCode(200)
                .body(
                        "website_id", equalTo(website),
                        "name", equalTo(fields.get("name")),
                        "rank", is(2),
                        "max_open_order_requests", is(5),
                        "max_active_orders", is(3))
                .extract()
                .asString();
        assertThat(shown).contains("\"tip_percentage\":62.50");
    }

    @Test
    void keepsNamesUniquePerWebsiteWhateverTheirCase() throws Exception {
        String website = aWebsite();
        Map<String, Object> fields = levelFields(website, Map.of("name", "Advanced"));
        List<Integer> answers = inParallel(
                50,
                () -> superadmin().body(fields).post("/api/v1/writer-levels").statusCode());
        assertThat(answers).filteredOn(status -> status == 201).hasSize(1);
        assertThat(answers).filteredOn(status -> status == 409).hasSize(49);
        fields.put("name", "ADVANCED");
        superadmin()
                .body(fields)
                .post("/api/v1/writer-levels")
                .then()
                .statusCode(409)
                .body("errors[0].field", equalTo("name"));
        fields.put("website_id", aWebsite());
        superadmin().body(fields).post("/api/v1/writer-levels").then().statusCode(201);
    }

    @Test
    void changesALevelOfTheVersionThatIsNamed() {
        String website = aWebsite();
        String id = aLevel(website);
        admin(website)
                .header("If-Match", "\"0\"")
                .body(Map.of("max_active_orders", 9))
                .patch("/api/v1/writer-levels/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("max_active_orders", is(9), "rank", is(2));
        admin(website)
                .header("If-Match", "\"0\"")
                .body(Map.of("rank", 1))
                .patch("/api/v1/writer-levels/" + id)
                .then()
                .statusCode(412);
        admin(website)
                .body(Map.of("rank", 1))
                .patch("/api/v1/writer-levels/" + id)
                .then()
                .statusCode(428);
    }

    @Test
    void deletesALevelThatNobodyHas() {
        String website = aWebsite();
        String id = aLevel(website);
        var writer = aWriter(website, Map.of("level_id", id));
        admin(website)
                .delete("/api/v1/writer-levels/" + id)
                .then()
                .statusCode(409)
                .body("detail", containsString("Writers have this level"));
        superadmin()
                .header("If-Match", "\"0\"")
                .contentType("application/merge-patch+json")
                .body("{\"level_id\": null}")
                .patch("/api/v1/writers/" + writer.id())
                .then()
                .statusCode(200);
        admin(website)
                .header("If-Match", "\"7\"")
                .delete("/api/v1/writer-levels/" + id)
                .then()
                .statusCode(412);
        admin(website).delete("/api/v1/writer-levels/" + id).then().statusCode(204);
        admin(website).get("/api/v1/writer-levels/" + id).then().statusCode(404);
    }

    @Test
    void keepsAWebsiteThatHasLevels() {
        String website = aWebsite();
        aLevel(website);
        superadmin()
                .delete("/api/v1/websites/" + website)
                .then()
                .statusCode(409)
                .body("detail", containsString("levels"));
    }
}
