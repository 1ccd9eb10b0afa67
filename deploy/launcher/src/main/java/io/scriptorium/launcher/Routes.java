package io.scriptorium.launcher;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which service answers for a path. */
final class Routes {
    private final List<ServiceDefinition> services;

    Routes(List<ServiceDefinition> services) {
        this.services = services;
    }

    /**
     * The service with a route that is this path, or a parent of it.
     *
     * @param path as it was sent, undecoded
     */
    Optional<ServiceDefinition> serviceFor(String path) {
        if (climbs(path)) {
            return Optional.empty();
        }
        return services.stream()
                .filter(service -> service.routes().stream().anyMatch(route -> isAtOrBelow(path, route)))
                .findFirst();
    }

    private static boolean isAtOrBelow(String path, String route) {
        return path.equals(route) || path.startsWith(route + "/");
    }

    /** A service resolves dot segments, and would leave the route by them: to its own /q, which is not public. */
    private static boolean climbs(String path) {
        String decoded = path.toLowerCase(Locale.ROOT)
                .replace("%2e", ".")
                .replace("%2f", "/")
                .replace("%5c", "/")
                .replace('\\', '/');
        return List.of(decoded.split("/")).stream()
                .anyMatch(segment -> segment.equals(".") || segment.equals("..") || segment.startsWith("..;"));
    }
}
