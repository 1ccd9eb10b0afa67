package io.scriptorium.payments.deletionmessage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.scriptorium.outbox.Outbox;
import io.scriptorium.owner.list.Filters;
import io.scriptorium.owner.list.ListParameters;
import io.scriptorium.payments.template.TemplateService;
import io.scriptorium.payments.website.WebsiteService;
import io.scriptorium.platform.Caller;
import io.scriptorium.platform.MergePatch;
import io.scriptorium.platform.Page;
import io.scriptorium.platform.Problem;
import io.scriptorium.platform.Versions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Deletion messages, each change with its event in one transaction: if the process dies anywhere in a method, neither is
 * there; once it has committed, both are.
 */
@ApplicationScoped
public class DeletionMessageService {
    private final DeletionMessageRepository messages;
    private final TemplateService templates;
    private final WebsiteService websites;
    private final Outbox outbox;
    private final MergePatch mergePatch;
    private final Caller caller;
    private final Clock clock;

    DeletionMessageService(
            DeletionMessageRepository messages,
            TemplateService templates,
            WebsiteService websites,
            Outbox outbox,
            MergePatch mergePatch,
            Caller caller,
            Clock clock) {
        this.messages = messages;
        this.templates = templates;
        this.websites = websites;
        this.outbox = outbox;
        this.mergePatch = mergePatch;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    DeletionMessageView create(CreateDeletionMessageRequest request) {
        UUID website = websites.ofRequest(caller, request.websiteId());
        check(request.fields());
        DeletionMessage message = new DeletionMessage();
        message.tenant = website.toString();
        message.createdAt = clock.instant();
        message.set(request.fields(), message.createdAt);
        messages.add(message);
        outbox.append(DeletionMessageChange.changed(message));
        return DeletionMessageView.of(message);
    }

    @Transactional
    DeletionMessageView read(UUID id) {
        return messages.find(id)
                .map(DeletionMessageView::of)
                .orElseThrow(() -> Problem.notFound("deletion message " + id));
    }

    @Transactional
    Page<DeletionMessageView> list(Filters filters, ListParameters parameters) {
        return messages.list(filters, parameters);
    }

    /** For the engine: what is sent on that website; of several in use, the one that was created last. */
    @Transactional
    public Optional<DeletionMessageView> inUse(UUID website) {
        return messages.newestActive(website).map(DeletionMessageView::of);
    }

    @Transactional(rollbackOn = Exception.class)
    DeletionMessageView update(UUID id, String ifMatch, JsonNode patch) throws JsonProcessingException {
        DeletionMessage message = messages.locked(id);
        Versions.requireMatch(ifMatch, message.version);
        DeletionMessageFields wanted = mergePatch.apply(message.fields(), patch, DeletionMessageFields.class);
        check(wanted);
        message.set(wanted, clock.instant());
        messages.flush();
        outbox.append(DeletionMessageChange.changed(message));
        return DeletionMessageView.of(message);
    }

    @Transactional
    void delete(UUID id, String ifMatch) {
        DeletionMessage message = messages.locked(id);
        Versions.matchIfSent(ifMatch, message.version);
        messages.remove(message);
        outbox.append(DeletionMessageChange.deleted(id));
    }

    private void check(DeletionMessageFields fields) {
        List<Problem.FieldError> errors = new ArrayList<>();
        templates.complaint("email_subject", fields.emailSubject()).ifPresent(errors::add);
        templates.complaint("message", fields.message()).ifPresent(errors::add);
        if (!fields.byEmail() && !fields.byNotification()) {
            errors.add(new Problem.FieldError("by_email", "or by_notification must be true"));
        }
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
    }
}
