package io.scriptorium.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.scriptorium.local.Database;
import io.scriptorium.local.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceEnvironmentTest {
    @TempDir
    Path folder;

    @Test
    void tellsAServiceWhereEverythingIsOnThisMachineAlone() {
        ServiceDefinition service =
                ServiceDefinition.named("admin-dashboard-service").orElseThrow();
        ServiceEnvironment environment = ServiceEnvironment.of(
                service,
                new PortPlan(8080),
                new Database("jdbc:postgresql://127.0.0.1:8101/x", "x", "secret"),
                "127.0.0.1:8103",
                "redis://127.0.0.1:8102",
                new Secrets(folder));

        assertThat(environment.variables())
                .containsEntry("QUARKUS_HTTP_PORT", "8084")
                .containsEntry("QUARKUS_HTTP_HOST", "127.0.0.1")
                .containsEntry("QUARKUS_MANAGEMENT_PORT", "8094")
                .containsEntry("QUARKUS_MANAGEMENT_HOST", "127.0.0.1")
                .containsEntry("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:8103")
                .containsEntry(
                        "DASHBOARD_OPERATIONS_OWNERS",
                        "writer-service=http://127.0.0.1:8091/q/metrics,"
                                + "payments-service=http://127.0.0.1:8092/q/metrics,"
                                + "special-orders-service=http://127.0.0.1:8093/q/metrics")
                .containsEntry("QUARKUS_REDIS_HOSTS", "redis://127.0.0.1:8102")
                .containsEntry("MP_JWT_VERIFY_PUBLICKEY_LOCATION", "http://127.0.0.1:8080/.well-known/jwks.json");
        assertThat(environment.variables()).containsEntry("DASHBOARD_PAGE_SIGN_IN", "one-time");
        assertThat(environment.variables()).doesNotContainKey("QUARKUS_MAILER_HOST");
        assertThat(environment.toString()).doesNotContain("secret");
    }

    @Test
    void givesPaymentsAKeyOfThisInstallationAloneAndKeepsIt() {
        Map<String, String> first = ofPayments().variables();
        assertThat(first)
                .containsEntry("PAYMENTS_PROVIDER", "simulated")
                .containsEntry(
                        "PAYMENTS_SIMULATED_WEBHOOK_URL", "http://127.0.0.1:8080/api/v1/payments/webhooks/simulated");
        assertThat(first.get("PAYMENTS_SIMULATED_WEBHOOK_SECRETS")).matches("whsec_[A-Za-z0-9+/]{32}");
        assertThat(ofPayments().variables()).isEqualTo(first);
    }

    private ServiceEnvironment ofPayments() {
        return ServiceEnvironment.of(
                ServiceDefinition.named("payments-service").orElseThrow(),
                new PortPlan(8080),
                new Database("jdbc:postgresql://127.0.0.1:8101/x", "x", "secret"),
                "127.0.0.1:8103",
                "redis://127.0.0.1:8102",
                new Secrets(folder));
    }

    @Test
    void tellsOnlyWhoSendsMailWhereTheMailServerIs() {
        List<ServiceDefinition> told = ServiceDefinition.ALL.stream()
                .filter(service -> "8105"
                        .equals(ServiceEnvironment.of(
                                        service,
                                        new PortPlan(8080),
                                        new Database("url", "x", "secret"),
                                        "",
                                        "",
                                        new Secrets(folder))
                                .variables()
                                .get("QUARKUS_MAILER_PORT")))
                .toList();

        assertThat(told).extracting(ServiceDefinition::name).containsExactly("payments-service");
    }

    @Test
    void writesItForAShellAndForItsOwnerAlone() throws IOException, InterruptedException {
        Path file = folder.resolve("env").resolve("service");

        new ServiceEnvironment(Map.of("PASSWORD", "it's $HOME \"quoted\"")).write(file);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        Process shell = new ProcessBuilder(List.of("sh", "-c", ". " + file + "; printf %s \"$PASSWORD\"")).start();
        assertThat(new String(shell.getInputStream().readAllBytes())).isEqualTo("it's $HOME \"quoted\"");
        assertThat(shell.waitFor()).isZero();
    }
}
