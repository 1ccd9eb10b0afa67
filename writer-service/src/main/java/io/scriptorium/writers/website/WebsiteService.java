package io.scriptorium.writers.website;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.scriptorium.outbox.Outbox;
import io.scriptorium.platform.Cursor;
import io.scriptorium.platform.MergePatch;
import io.scriptorium.platform.Page;
import io.scriptorium.platform.Problem;
import io.scriptorium.platform.Versions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/**
 * Websites, each change with its event in one transaction: if the process dies anywhere in a method, neither is there;
 * once it has committed, both are.
 */
@ApplicationScoped
public class WebsiteService {
    private final WebsiteRepository websites;
    private final Outbox outbox;
    private final MergePatch mergePatch;
    private final Clock clock;

    WebsiteService(WebsiteRepository websites, Outbox outbox, MergePatch mergePatch, Clock clock) {
        this.websites = websites;
        this.outbox = outbox;
        this.mergePatch = mergePatch;
        this.clock = clock;
    }

    @Transactional
    WebsiteView create(WebsiteFields fields) {
        Website website = new Website();
        website.createdAt = clock.instant();
        website.set(fields, website.createdAt);
        websites.add(website);
        outbox.append(WebsiteChange.changed(website));
        return WebsiteView.of(website);
    }

    @Transactional
    WebsiteView read(UUID id) {
        return websites.find(id).map(WebsiteView::of).orElseThrow(() -> Problem.notFound("website " + id));
    }

    @Transactional
    Page<WebsiteView> list(UUID after, int limit) {
        return Page.of(
                websites.after(after, limit + 1), limit, website -> Cursor.at(website.id.toString()), WebsiteView::of);
    }

    @Transactional(rollbackOn = Exception.class)
    WebsiteView update(UUID id, String ifMatch, JsonNode patch) throws JsonProcessingException {
        Website website = websites.locked(id);
        Versions.requireMatch(ifMatch, website.version);
        website.set(mergePatch.apply(website.fields(), patch, WebsiteFields.class), clock.instant());
        websites.flush();
        outbox.append(WebsiteChange.changed(website));
        return WebsiteView.of(website);
    }

    @Transactional
    void delete(UUID id, String ifMatch) {
        Website website = websites.locked(id);
        Versions.matchIfSent(ifMatch, website.version);
        websites.remove(website);
        outbox.append(WebsiteChange.deleted(id));
    }
}
