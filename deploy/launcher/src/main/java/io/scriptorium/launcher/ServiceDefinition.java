package io.scriptorium.launcher;

import java.util.List;
import java.util.Optional;

/**
 * A service of the suite. Its module, its database and its files are called as it is.
 *
 * @param number its place in the port plan
 * @param routes paths of the gateway that lead to it, with all that lies below them
 * @param documents paths of the gateway that lead to it for reading alone, with all that lies below them; {@code /} is
 *     itself and nothing else
 */
record ServiceDefinition(String name, int number, List<String> routes, List<String> documents) {
    /** A new service is one entry here. */
    static final List<ServiceDefinition> ALL = List.of(
            new ServiceDefinition(
                    "writer-service",
                    1,
                    List.of(
                            "/api/v1/websites",
                            "/api/v1/accounts",
                            "/api/v1/writer-levels",
                            "/api/v1/writers",
                            "/api/v1/order-requests",
                            "/api/v1/tickets",
                            "/api/v1/earnings",
                            "/api/v1/writer-service"),
                    List.of()),
            new ServiceDefinition(
                    "payments-service",
                    2,
                    List.of(
                            "/api/v1/payments",
                            "/api/v1/tips",
                            "/api/v1/ledger",
                            "/api/v1/reminder-configs",
                            "/api/v1/deletion-messages",
                            "/api/v1/reminders",
                            "/api/v1/payments-service"),
                    List.of()),
            new ServiceDefinition(
                    "special-orders-service",
                    3,
                    List.of(
                            "/api/v1/special-orders",
                            "/api/v1/predefined-types",
                            "/api/v1/deposit-settings",
                            "/api/v1/special-orders-service"),
                    List.of()),
            new ServiceDefinition(
                    "admin-dashboard-service", 4, List.of("/api/v1/admin"), List.of("/", "/pages", "/assets")));

    static Optional<ServiceDefinition> named(String name) {
        return ALL.stream().filter(service -> service.name.equals(name)).findFirst();
    }

    /** Only then is it told where the mail server is. */
    boolean sendsMail() {
        return name.equals("payments-service");
    }

    /** The dashboards only read what the others tell. */
    boolean ownsData() {
        return !name.equals("admin-dashboard-service");
    }

    String database() {
        return name.replace('-', '_');
    }
}
