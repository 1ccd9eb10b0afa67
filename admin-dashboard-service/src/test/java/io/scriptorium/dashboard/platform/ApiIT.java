package io.scriptorium.dashboard.platform;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.scriptorium.dashboard.WithParts;
import io.scriptorium.owner.test.ApiDescription;
import java.net.URL;
import org.junit.jupiter.api.Test;

/** What holds for every endpoint, whoever adds one. */
@QuarkusTest
@WithParts
class ApiIT {
    @TestHTTPResource(value = "/openapi", management = true)
    URL openApi;

    @Test
    void describesEveryEndpoint() {
        ApiDescription.at(openApi).isComplete("io.scriptorium.dashboard");
    }
}
