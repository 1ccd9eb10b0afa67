package io.scriptorium.dashboard.query;

import io.quarkus.arc.All;
import io.scriptorium.dashboard.cache.CacheInvalidation;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** Every dashboard, by name and by the topics that it shows. */
@ApplicationScoped
public class Dashboards {
    private final SortedMap<String, Dashboard<?>> byName = new TreeMap<>();
    private final CacheInvalidation cache;

    Dashboards(@All List<Dashboard<?>> all, CacheInvalidation cache) {
        for (Dashboard<?> dashboard : all) {
            if (byName.put(dashboard.name(), dashboard) != null) {
                throw new IllegalStateException("two dashboards are called " + dashboard.name());
            }
        }
        this.cache = cache;
    }

    /** After the commit: what is cached of these websites, and of all, is old wherever the topic's numbers are shown. */
    public void changed(String topic, Set<UUID> websites) {
        of(topic).forEach(dashboard -> cache.invalidate(dashboard, websites));
    }

    public Collection<String> names() {
        return byName.keySet();
    }

    /** The names of those that show the topic's numbers. */
    public Set<String> of(String topic) {
        return byName.values().stream()
                .filter(dashboard -> dashboard.topics().contains(topic))
                .map(Dashboard::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    Optional<Dashboard<?>> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}
