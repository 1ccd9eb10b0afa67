package io.scriptorium.launcher;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

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
        return with(ServiceDefinition::routes, path);
    }

    /**
     * The service whose document or asset this path is.
     *
     * @param path as it was sent, undecoded
     */
    Optional<ServiceDefinition> documentsFor(String path) {
        return with(ServiceDefinition::documents, path);
    }

    private Optional<ServiceDefinition> with(Function<ServiceDefinition, List<String>> routes, String path) {
        if (climbs(path)) {
            return Optional.empty();
        }
        return services.stream()
                .filter(service -> routes.apply(service).stream().anyMatch(route -> isAtOrBelow(path, route)))
                .findFirst();
    }

    /** All paths lie below the root, which is no reason to pass them on: it is only ever itself. */
    private static boolean isAtOrBelow(String path, String route) {
        return path.equals(route) || (!route.equals("/") && path.startsWith(route + "/"));
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
