package io.scriptorium.writers.platform;

import static io.scriptorium.writers.Suite.aTicket;
import static io.scriptorium.writers.Suite.aWebsite;
import static io.scriptorium.writers.Suite.anAccount;
import static io.scriptorium.writers.WriterSuite.aLevel;
import static io.scriptorium.writers.WriterSuite.aWriter;
import static io.scriptorium.writers.WriterSuite.anOrderRequest;
import static io.scriptorium.writers.earning.Sources.anEarning;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.scriptorium.owner.test.ApiDescription;
import io.scriptorium.owner.test.FixedTime;
import io.scriptorium.owner.test.ForeignIds;
import io.scriptorium.platform.Role;
import io.scriptorium.writers.WithParts;
import io.scriptorium.writers.WriterSuite.Writer;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for every endpoint, whoever adds one. */
@QuarkusTest
@WithParts
class ApiIT {
    @TestHTTPResource(value = "/openapi", management = true)
    URL openApi;

    @Test
    void letsNobodyMoveItsClock() {
        FixedTime.isKeptAt("/api/v1/writer-service/clock");
    }

    @Test
    void describesEveryEndpoint() {
        ApiDescription.at(openApi).isComplete("io.scriptorium.writers");
    }

    /** By a convention of the platform, without a word in the resources. */
    @Test
    void describesThatWhatMakesSomethingAnswers201() throws IOException {
        JsonNode paths;
        try (InputStream description = new URL(openApi + "?format=json").openStream()) {
            paths = new ObjectMapper().readTree(description).path("paths");
        }
        JsonNode creation = paths.path("/api/v1/accounts").path("post").path("responses");
        assertThat(creation.has("200")).isFalse();
        assertThat(creation.path("201").path("headers").has("Location")).isTrue();
        assertThat(creation.path("201").path("content").toString()).contains("Account");
        JsonNode action =
                paths.path("/api/v1/accounts/{id}/suspend").path("post").path("responses");
        assertThat(action.has("200")).isTrue();
        assertThat(action.has("201")).isFalse();
    }

    @Test
    void findsNothingOfAnotherWebsite() {
        String there = aWebsite();
        Map<String, String> foreign = new HashMap<>();
        foreign.put("/api/v1/websites", there);
        String level = aLevel(there);
        Writer writer = aWriter(there, Map.of("level_id", level));
        foreign.put("/api/v1/accounts", writer.account());
        foreign.put("/api/v1/writer-levels", level);
        foreign.put("/api/v1/order-requests", anOrderRequest(writer));
        foreign.put("/api/v1/writers", writer.id());
        foreign.put("/api/v1/earnings", anEarning(writer));
        foreign.put("/api/v1/tickets", aTicket(there, writer.account()));
        ForeignIds.of(ApiDescription.at(openApi), foreign).areNotFoundFrom(aWebsite());
    }

    @Test
    void noticesWhatCanBeFound() {
        String here = aWebsite();
        ForeignIds own = ForeignIds.of(
                ApiDescription.at(openApi),
                Map.of("/api/v1/websites", here, "/api/v1/accounts", anAccount(here, "writer")));
        assertThatThrownBy(() -> own.areNotFoundFrom(here))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("DELETE /api/v1/accounts/{id} as ADMIN: 204");
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"EDITOR", "WRITER", "CLIENT"})
    void findsNothingOfSomebodyElse(Role role) {
        String website = aWebsite();
        Map<String, String> anothers = new HashMap<>();
        anothers.put("/api/v1/accounts", anAccount(website, role.wireName()));
        Writer another = aWriter(website, Map.of("level_id", aLevel(website)));
        anothers.put("/api/v1/order-requests", anOrderRequest(another));
        anothers.put("/api/v1/writers", another.id());
        anothers.put("/api/v1/earnings", anEarning(another));
        anothers.put("/api/v1/tickets", aTicket(website, another.account()));
        ForeignIds.of(ApiDescription.at(openApi), anothers)
                .areNotFoundBy(role, website, anAccount(website, role.wireName()));
    }
}
