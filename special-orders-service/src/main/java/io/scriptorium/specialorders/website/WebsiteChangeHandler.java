package io.scriptorium.specialorders.website;

import io.scriptorium.owner.inbox.ChangeHandler;
import io.scriptorium.owner.inbox.ReceivedChange;
import io.scriptorium.owner.inbox.UnreadableChange;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.Set;

/** Hears of websites from writer-service. */
@ApplicationScoped
class WebsiteChangeHandler implements ChangeHandler {
    private final WebsiteService websites;

    WebsiteChangeHandler(WebsiteService websites) {
        this.websites = websites;
    }

    @Override
    public String topic() {
        return "writers.website.changes";
    }

    @Override
    public Set<String> types() {
        return Set.of("writers.website.changed", "writers.website.deleted");
    }

    @Override
    public void apply(ReceivedChange change) {
        if (change.deleted()) {
            websites.forget(change.key());
            return;
        }
        WebsiteState state = change.state(WebsiteState.class);
        UnreadableChange.unless(change.key().equals(state.id()), "the key is not the website's id");
        UnreadableChange.unless(
                state.timeZone() != null && ZoneId.getAvailableZoneIds().contains(state.timeZone()),
                "time_zone is no IANA time zone");
        websites.keep(state);
    }
}
