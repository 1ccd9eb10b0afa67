package io.scriptorium.writers.website;

import io.scriptorium.outbox.ChangeSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Lets the outbox publish every website again. */
@ApplicationScoped
class WebsiteChangeSource implements ChangeSource {
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final WebsiteRepository websites;

    WebsiteChangeSource(WebsiteRepository websites) {
        this.websites = websites;
    }

    @Override
    public String aggregate() {
        return "website";
    }

    @Override
    public Page lockedPage(String afterId, String tenant, int limit) {
        UUID after = afterId == null ? BEFORE_ALL : UUID.fromString(afterId);
        if (tenant != null) {
            return afterId == null ? page(List.of(websites.locked(UUID.fromString(tenant)))) : page(List.of());
        }
        return page(websites.lockedAfter(after, limit));
    }

    private static Page page(List<Website> rows) {
        String last = rows.isEmpty() ? null : rows.get(rows.size() - 1).id.toString();
        return new Page(rows.stream().map(WebsiteChange::changed).toList(), last);
    }
}
