package io.scriptorium.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutesTest {
    private final Routes routes = new Routes(ServiceDefinition.ALL);

    @ParameterizedTest
    @CsvSource({
        "/api/v1/websites, writer-service",
        "/api/v1/websites/1, writer-service",
        "/api/v1/accounts/1/suspend, writer-service",
        "/api/v1/writer-service/republish, writer-service",
        "/api/v1/admin/dashboards/users, admin-dashboard-service",
        "/api/v1/payments/1/pay, payments-service",
        "/api/v1/payments-service/outbox, payments-service",
        "/api/v1/special-orders/approval-queue, special-orders-service",
        "/api/v1/accounts/a..b, writer-service",
        "/api/v1/accounts/, writer-service"
    })
    void leadsAPathAndAllBelowItToItsService(String path, String service) {
        assertThat(routes.serviceFor(path)).map(ServiceDefinition::name).contains(service);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/api/v1",
                "/api/v1/accountsandmore",
                "/api/v1/adminx",
                "/api/v2/accounts",
                "/API/v1/accounts",
                "//api/v1/accounts",
                "/q/health",
                "/q/metrics"
            })
    void leadsNowhereElse(String path) {
        assertThat(routes.serviceFor(path)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/pages", "/pages/tips", "/pages/", "/assets/main-0f3a.js", "/assets/charts/a.svg"})
    void leadsToTheDocumentsOfThePage(String path) {
        assertThat(routes.documentsFor(path)).map(ServiceDefinition::name).contains("admin-dashboard-service");
        assertThat(routes.serviceFor(path)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "//",
                "//q/health",
                "/q",
                "/q/health",
                "/pagesx",
                "/assetsx/main.js",
                "/Pages/tips",
                "/docs",
                "/api/v1/admin/dashboards/users",
                "/assets/../q",
                "/pages/%2e%2e/q",
                "/pages/..%2fq",
                "/assets/..;/q"
            })
    void hasNoOtherDocuments(String path) {
        assertThat(routes.documentsFor(path)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/accounts/../../../q/health",
                "/api/v1/accounts/./x",
                "/api/v1/accounts/%2e%2e/%2E%2e/x",
                "/api/v1/accounts/..%2F..%2fq",
                "/api/v1/accounts/..%5cq",
                "/api/v1/accounts/..\\q",
                "/api/v1/accounts/..;/q"
            })
    void refusesAPathThatClimbs(String path) {
        assertThat(routes.serviceFor(path)).isEmpty();
    }

    @Test
    void noTwoServicesShareARouteOrANumber() {
        List<String> all = ServiceDefinition.ALL.stream()
                .flatMap(service -> Stream.concat(service.routes().stream(), service.documents().stream()))
                .toList();

        assertThat(all).doesNotHaveDuplicates();
        assertThat(all).noneMatch(one -> all.stream().anyMatch(other -> other.startsWith(one + "/")));
        assertThat(ServiceDefinition.ALL.stream().map(ServiceDefinition::number))
                .doesNotHaveDuplicates();
    }
}
