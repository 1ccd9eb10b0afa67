package io.scriptorium.specialorders.predefinedtype;

import static io.scriptorium.owner.test.Callers.admin;
import static io.scriptorium.owner.test.Callers.as;
import static io.scriptorium.owner.test.Callers.superadmin;
import static io.scriptorium.specialorders.Suite.aPredefinedOrder;
import static io.scriptorium.specialorders.Suite.aType;
import static io.scriptorium.specialorders.Suite.aWebsite;
import static io.scriptorium.specialorders.Suite.account;
import static io.scriptorium.specialorders.Suite.typeFields;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.scriptorium.specialorders.WithParts;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithParts
class PredefinedTypeIT {
    private static final String TYPES = "/api/v1/predefined-types";

    @Inject
    SessionFactory sessions;

    private final String website = aWebsite();

    @Test
    void keepsNamesUniquePerWebsiteWhateverTheirCase() {
        Map<String, Object> fields = new HashMap<>(typeFields());
        admin(website).body(fields).post(TYPES).then().statusCode(201).header("ETag", "\"0\"");
        fields.put("name", fields.get("name").toString().toUpperCase());
        admin(website).body(fields).post(TYPES).then().statusCode(409).body("errors[0].field", equalTo("name"));
        admin(aWebsite()).body(fields).post(TYPES).then().statusCode(201);
    }

    @Test
    void changesPricesAddsAndTakesAwayDurations() {
        String type = aType(website);
        admin(website)
                .header("If-Match", "\"0\"")
                .body("{\"durations\": [{\"days\": 30, \"price\": 250}, {\"days\": 10, \"price\": 410.5}]}")
                .patch(TYPES + "/" + type)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"");
        admin(website)
                .get(TYPES + "/" + type)
                .then()
                .body("durations.days", contains(10, 30), "durations.price", contains(410.5f, 250.0f));
        admin(website)
                .get(TYPES)
                .then()
                .body("items[0].durations.days", contains(10, 30), "items[0].durations.price", contains(410.5f, 250f));
        assertThat(admin(website).get(TYPES + "/" + type).asString()).contains("\"price\":410.50");
        admin(website)
                .header("If-Match", "\"0\"")
                .body("{\"name\": \"Late\"}")
                .patch(TYPES + "/" + type)
                .then()
                .statusCode(412);
        admin(website)
                .body("{\"name\": \"Late\"}")
                .patch(TYPES + "/" + type)
                .then()
                .statusCode(428);
    }

    @Test
    void showsClientsWhatIsSold() {
        String sold = aType(website);
        String withdrawn = aType(website);
        admin(website)
                .header("If-Match", "\"0\"")
                .body("{\"active\": false}")
                .patch(TYPES + "/" + withdrawn)
                .then()
                .statusCode(200);
        as("client", website, account()).get(TYPES).then().body("items.id", contains(sold));
        as("client", website, account()).get(TYPES + "?active=false").then().body("items", hasSize(0));
        as("client", website, account()).get(TYPES + "/" + withdrawn).then().statusCode(404);
        admin(website).get(TYPES + "?active=false").then().body("items.id", contains(withdrawn));
        as("client", website, account())
                .body(Map.of(
                        "order_type",
                        "predefined",
                        "predefined_type_id",
                        withdrawn,
                        "duration_days",
                        10,
                        "inquiry_details",
                        "Too late."))
                .post("/api/v1/special-orders")
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("predefined_type_id"));
    }

    @Test
    void deletesWhatNobodyOrderedAlone() {
        String ordered = aType(website);
        aPredefinedOrder(website, account(), ordered);
        admin(website).delete(TYPES + "/" + ordered).then().statusCode(409);
        String unused = aType(website);
        admin(website)
                .header("If-Match", "\"7\"")
                .delete(TYPES + "/" + unused)
                .then()
                .statusCode(412);
        admin(website).delete(TYPES + "/" + unused).then().statusCode(204);
        admin(website).get(TYPES + "/" + unused).then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"support", "editor", "writer", "client"})
    void letsOnlyAdminsWrite(String role) {
        String type = aType(website);
        as(role, website, account()).body(typeFields()).post(TYPES).then().statusCode(403);
        as(role, website, account())
                .header("If-Match", "*")
                .body("{}")
                .patch(TYPES + "/" + type)
                .then()
                .statusCode(403);
        as(role, website, account()).delete(TYPES + "/" + type).then().statusCode(403);
        int reads = List.of("support", "client").contains(role) ? 200 : 403;
        as(role, website, account()).get(TYPES).then().statusCode(reads);
        as(role, website, account()).get(TYPES + "/" + type).then().statusCode(reads);
    }

    @Test
    void letsASuperadminSayWhichWebsite() {
        Map<String, Object> fields = new HashMap<>(typeFields());
        fields.put("website_id", website);
        superadmin().body(fields).post(TYPES).then().statusCode(201).body("website_id", equalTo(website));
        superadmin().get(TYPES + "?website_id=" + website).then().body("items", hasSize(1));
        admin(website).get(TYPES).then().body("items[0].durations", hasSize(2));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 50, 200})
    void listsAPageInOneStatementAndReadsATypeInOne(int limit) {
        String type = aType(website);
        aType(website);
        Statistics statistics = sessions.getStatistics();
        statistics.clear();
        admin(website).get(TYPES + "?limit=" + limit).then().statusCode(200).body("items", hasSize(Math.min(2, limit)));
        assertThat(statistics.getPrepareStatementCount()).isEqualTo(1);
        statistics.clear();
        admin(website).get(TYPES + "?total=true&limit=" + limit).then().body("total", is(2));
        assertThat(statistics.getPrepareStatementCount()).isEqualTo(2);
        statistics.clear();
        admin(website).get(TYPES + "/" + type).then().body("durations", hasSize(2));
        assertThat(statistics.getPrepareStatementCount()).isEqualTo(1);
    }
}
