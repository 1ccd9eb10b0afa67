package io.scriptorium.launcher;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which port is whose: all follow from the gateway's, so that two suites need only two distant numbers. */
record PortPlan(int gateway) {
    static final int DEFAULT = 8080;
    static final int LOWEST = 1024;
    static final int HIGHEST = 65_535 - 25;

    private static final int MANAGEMENT = 10;

    int of(ServiceDefinition service) {
        return gateway + service.number();
    }

    int managementOf(ServiceDefinition service) {
        return gateway + MANAGEMENT + service.number();
    }

    int postgres() {
        return gateway + 21;
    }

    int redis() {
        return gateway + 22;
    }

    int kafka() {
        return gateway + 23;
    }

    int kafkaController() {
        return gateway + 24;
    }

    int mail() {
        return gateway + 25;
    }

    /** Every port that these services need, with what it is for. */
    Map<Integer, String> all(List<ServiceDefinition> services) {
        Map<Integer, String> ports = new TreeMap<>();
        ports.put(gateway, "the gateway");
        services.forEach(service -> {
            ports.put(of(service), service.name());
            ports.put(managementOf(service), service.name() + "'s health and metrics");
        });
        ports.put(postgres(), "postgres");
        ports.put(redis(), "redis");
        ports.put(kafka(), "kafka");
        ports.put(kafkaController(), "kafka's controller");
        ports.put(mail(), "mail");
        return ports;
    }
}
