package io.scriptorium.dashboard.platform;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whose numbers an answer holds: {@code "all"}, or <code>{"website_id": "…"}</code>. */
@Schema(
        name = "Scope",
        description = "Whose numbers these are: \"all\", or one website",
        oneOf = {String.class, ScopeView.OneWebsite.class})
public final class ScopeView {
    /** The website that an answer is confined to. */
    @Schema(name = "WebsiteScope")
    public record OneWebsite(UUID websiteId) {}

    private final Optional<UUID> websiteId;

    ScopeView(Optional<UUID> websiteId) {
        this.websiteId = websiteId;
    }

    @JsonValue
    Object wireForm() {
        return websiteId.<Object>map(OneWebsite::new).orElse("all");
    }
}
