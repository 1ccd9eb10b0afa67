package io.scriptorium.writers.website;

import static io.scriptorium.owner.test.Callers.superadmin;
import static io.scriptorium.writers.Suite.aWebsite;
import static io.scriptorium.writers.Suite.anAccount;
import static io.scriptorium.writers.Suite.websiteFields;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.scriptorium.writers.WithParts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithParts
class WebsiteIT {
    @Test
    void createsAndReadsAWebsite() {
        Map<String, Object> fields = websiteFields();
        String id = superadmin()
                .body(fields)
                .post("/api/v1/websites")
                .then()
                .statusCode(201)
                .header("ETag", "\"0\"")
                .header("Location", containsString("/api/v1/websites/"))
                .body("domain", equalTo(fields.get("domain")), "active", is(true), "version", is(0))
                .extract()
                .path("id");
        superadmin()
                .get("/api/v1/websites/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("name", equalTo("Essays"), "currency", equalTo("USD"), "time_zone", equalTo("Europe/Berlin"));
    }

    @Test
    void keepsADomainInLowerCaseAndUnique() {
        Map<String, Object> fields = websiteFields();
        superadmin().body(fields).post("/api/v1/websites").then().statusCode(201);
        Map<String, Object> shouted = new HashMap<>(fields);
        shouted.put("domain", fields.get("domain").toString().toUpperCase());
        superadmin()
                .body(shouted)
                .post("/api/v1/websites")
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("errors[0].field", equalTo("domain"));
    }

    @Test
    void changesOnlyWhatAPatchNames() {
        String id = aWebsite();
        superadmin()
                .contentType("application/merge-patch+json")
                .header("If-Match", "\"0\"")
                .body("{\"active\": false}")
                .patch("/api/v1/websites/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("active", is(false), "name", equalTo("Essays"), "version", is(1));
    }

    @Test
    void refusesAnEditOfAnotherVersionAndOneThatDoesNotSayWhich() {
        String id = aWebsite();
        superadmin()
                .body("{\"name\": \"A\"}")
                .patch("/api/v1/websites/" + id)
                .then()
                .statusCode(428);
        superadmin()
                .header("If-Match", "\"7\"")
                .body("{\"name\": \"A\"}")
                .patch("/api/v1/websites/" + id)
                .then()
                .statusCode(412);
        superadmin().get("/api/v1/websites/" + id).then().body("name", equalTo("Essays"), "version", is(0));
    }

    @Test
    void refusesAPatchThatWouldMakeWhatACreationCouldNot() {
        String id = aWebsite();
        superadmin()
                .header("If-Match", "\"0\"")
                .body("{\"currency\": \"EURO\", \"name\": null}")
                .patch("/api/v1/websites/" + id)
                .then()
                .statusCode(422)
                .body("errors.field", equalTo(List.of("currency", "name")));
        superadmin()
                .header("If-Match", "\"0\"")
                .body("{\"id\": \"" + UUID.randomUUID() + "\"}")
                .patch("/api/v1/websites/" + id)
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("id"));
    }

    @Test
    void deletesAWebsiteWithoutAccountsAndNoOther() {
        String empty = aWebsite();
        superadmin().delete("/api/v1/websites/" + empty).then().statusCode(204);
        superadmin().get("/api/v1/websites/" + empty).then().statusCode(404);
        superadmin().delete("/api/v1/websites/" + empty).then().statusCode(404);

        String inhabited = aWebsite();
        anAccount(inhabited, "client");
        superadmin()
                .delete("/api/v1/websites/" + inhabited)
                .then()
                .statusCode(409)
                .body("detail", containsString("accounts"));
        superadmin().get("/api/v1/websites/" + inhabited).then().statusCode(200);
    }

    @Test
    void listsEachWebsiteOnceOverPages() {
        List<String> made = List.of(aWebsite(), aWebsite(), aWebsite(), aWebsite(), aWebsite());
        List<String> listed = new ArrayList<>();
        String cursor = null;
        do {
            var page = superadmin()
                    .queryParam("limit", 2)
                    .queryParams(cursor == null ? Map.of() : Map.of("cursor", cursor))
                    .get("/api/v1/websites")
                    .then()
                    .statusCode(200)
                    .extract();
            List<String> ids = page.path("items.id");
            assertThat(ids).hasSizeLessThanOrEqualTo(2);
            listed.addAll(ids);
            cursor = page.path("next_cursor");
        } while (cursor != null);
        assertThat(listed).doesNotHaveDuplicates().isSorted().containsAll(made);
    }
}
