package io.scriptorium.launcher;

import java.util.List;
import java.util.Optional;

/**
 * A service of the suite. Its module, its database and its files are called as it is.
 *
 * @param number its place in the port plan
 * @param routes paths of the gateway that lead to it, with all that lies below them
 */
record ServiceDefinition(String name, int number, List<String> routes) {
    /** A new service is one line here. Numbers 2 and 3 are kept for payments-service and special-orders-service. */
    static final List<ServiceDefinition> ALL = List.of(
            new ServiceDefinition(
                    "writer-service", 1, List.of("/api/v1/websites", "/api/v1/accounts", "/api/v1/writer-service")),
            new ServiceDefinition("admin-dashboard-service", 4, List.of("/api/v1/admin")));

    static Optional<ServiceDefinition> named(String name) {
        return ALL.stream().filter(service -> service.name.equals(name)).findFirst();
    }

    String database() {
        return name.replace('-', '_');
    }
}
