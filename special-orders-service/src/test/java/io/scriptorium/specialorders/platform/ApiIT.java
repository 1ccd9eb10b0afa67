package io.scriptorium.specialorders.platform;

import static io.scriptorium.owner.test.Callers.superadmin;
import static io.scriptorium.specialorders.Suite.ORDERS;
import static io.scriptorium.specialorders.Suite.aType;
import static io.scriptorium.specialorders.Suite.aWebsite;
import static io.scriptorium.specialorders.Suite.aWriter;
import static io.scriptorium.specialorders.Suite.account;
import static io.scriptorium.specialorders.Suite.anApprovedOrder;
import static io.scriptorium.specialorders.Suite.done;
import static io.scriptorium.specialorders.Suite.read;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.scriptorium.owner.test.ApiDescription;
import io.scriptorium.owner.test.FixedTime;
import io.scriptorium.owner.test.ForeignIds;
import io.scriptorium.platform.Role;
import io.scriptorium.specialorders.WithParts;
import java.net.URL;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What holds for every endpoint, whoever adds one. */
@QuarkusTest
@WithParts
class ApiIT {
    @TestHTTPResource(value = "/openapi", management = true)
    URL openApi;

    @Test
    void letsNobodyMoveItsClock() {
        FixedTime.isKeptAt("/api/v1/special-orders-service/clock");
    }

    @Test
    void describesEveryEndpoint() {
        ApiDescription.at(openApi).isComplete("io.scriptorium.specialorders");
    }

    @Test
    void findsNothingOfAnotherWebsite() {
        String there = aWebsite();
        Map<String, String> foreign = new HashMap<>(anOrderOf(there, account()));
        foreign.put("/api/v1/deposit-settings", there);
        foreign.put("/api/v1/predefined-types", aType(there));
        ForeignIds.of(ApiDescription.at(openApi), foreign).areNotFoundFrom(aWebsite());
    }

    @Test
    void findsNothingOfAnotherClientOrWriter() {
        String website = aWebsite();
        Map<String, String> anothers = anOrderOf(website, account());
        done(website, anothers.get(ORDERS), "assign-writer", Map.of("writer_id", aWriter(website), "pay_amount", 5));
        ForeignIds ids = ForeignIds.of(ApiDescription.at(openApi), anothers);
        ids.areNotFoundBy(Role.CLIENT, website, account());
        ids.areNotFoundBy(Role.WRITER, website, account());
        ids.areNotFoundBy(Role.EDITOR, website, account());
    }

    @Test
    void hidesFromClientsATypeThatIsNotSold() {
        String website = aWebsite();
        String type = aType(website);
        superadmin()
                .header("If-Match", "*")
                .body("{\"active\": false}")
                .patch("/api/v1/predefined-types/" + type)
                .then()
                .statusCode(200);
        ForeignIds.of(ApiDescription.at(openApi), Map.of("/api/v1/predefined-types", type))
                .areNotFoundBy(Role.CLIENT, website, account());
    }

    private static Map<String, String> anOrderOf(String website, String client) {
        String order = anApprovedOrder(website, client);
        String installment = read(website, order).extract().path("installments[0].id");
        return Map.of(ORDERS, order, ORDERS + "/{id}/installments", installment);
    }
}
