package io.scriptorium.launcher;

import io.scriptorium.local.Database;
import io.scriptorium.local.LocalIssuer;
import io.scriptorium.local.PartFailure;
import io.scriptorium.local.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * All that a service is told, as it would be in any other installation: by environment variables, since command lines
 * can be read by every user of the machine.
 */
record ServiceEnvironment(Map<String, String> variables) {
    static ServiceEnvironment of(
            ServiceDefinition service, PortPlan ports, Database database, String kafka, String redis, Secrets secrets) {
        Map<String, String> variables = new TreeMap<>();
        variables.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        variables.put("QUARKUS_HTTP_PORT", Integer.toString(ports.of(service)));
        variables.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        variables.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(ports.managementOf(service)));
        variables.put("QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl());
        variables.put("QUARKUS_DATASOURCE_USERNAME", database.user());
        variables.put("QUARKUS_DATASOURCE_PASSWORD", database.password());
        variables.put("KAFKA_BOOTSTRAP_SERVERS", kafka);
        variables.put("QUARKUS_REDIS_HOSTS", redis);
        if (service.sendsMail()) {
            variables.put("QUARKUS_MAILER_HOST", "127.0.0.1");
            variables.put("QUARKUS_MAILER_PORT", Integer.toString(ports.mail()));
        }
        variables.put("MP_JWT_VERIFY_ISSUER", LocalIssuer.DEFAULT_ISSUER);
        variables.put("MP_JWT_VERIFY_AUDIENCES", LocalIssuer.DEFAULT_AUDIENCE);
        variables.put(
                "MP_JWT_VERIFY_PUBLICKEY_LOCATION", "http://127.0.0.1:" + ports.gateway() + "/.well-known/jwks.json");
        if (service.ownsData()) {
            // For deploy/suite demo, which lives through a past (ADR 040). No other installation sets it.
            variables.put("SCRIPTORIUM_CLOCK_MOVABLE", "true");
        }
        if (service.name().equals("admin-dashboard-service")) {
            variables.put("DASHBOARD_OPERATIONS_OWNERS", metricsOfOwners(service, ports));
            variables.put("DASHBOARD_PAGE_SIGN_IN", "one-time");
        }
        if (service.name().equals("payments-service")) {
            variables.put("PAYMENTS_PROVIDER", "simulated");
            variables.put("PAYMENTS_SIMULATED_WEBHOOK_SECRETS", secrets.webhookKey("simulated-provider"));
            // By the gateway, as from outside.
            variables.put(
                    "PAYMENTS_SIMULATED_WEBHOOK_URL",
                    "http://127.0.0.1:" + ports.gateway() + "/api/v1/payments/webhooks/simulated");
        }
        return new ServiceEnvironment(variables);
    }

    private static String metricsOfOwners(ServiceDefinition dashboards, PortPlan ports) {
        return ServiceDefinition.ALL.stream()
                .filter(owner -> !owner.equals(dashboards))
                .map(owner -> owner.name() + "=http://127.0.0.1:" + ports.managementOf(owner) + "/q/metrics")
                .collect(Collectors.joining(","));
    }

    /** For a shell to read, and for its owner alone. */
    void write(Path file) {
        String lines = variables.entrySet().stream()
                .map(variable -> variable.getKey() + "='" + variable.getValue().replace("'", "'\\''") + "'\n")
                .collect(Collectors.joining());
        try {
            Files.createDirectories(file.getParent());
            Path draft = Files.createTempFile(
                    file.getParent(),
                    "draft-",
                    "",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(draft, lines);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new PartFailure("The environment in " + file + " could not be written: " + e.getMessage(), e);
        }
    }

    @Override
    public String toString() {
        return "ServiceEnvironment" + variables.keySet();
    }
}
