package io.scriptorium.payments.reminderconfig;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.scriptorium.outbox.Outbox;
import io.scriptorium.owner.list.Filters;
import io.scriptorium.owner.list.ListParameters;
import io.scriptorium.payments.reminder.ReminderPlanService;
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
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Reminder configs, each change with its event, and with the order to plan the website's reminders anew, in one
 * transaction: if the process dies anywhere in a method, none is there; once it has committed, all are.
 */
@ApplicationScoped
public class ReminderConfigService {
    private final ReminderConfigRepository configs;
    private final ReminderPlanService plans;
    private final TemplateService templates;
    private final WebsiteService websites;
    private final Outbox outbox;
    private final MergePatch mergePatch;
    private final Caller caller;
    private final Clock clock;

    ReminderConfigService(
            ReminderConfigRepository configs,
            ReminderPlanService plans,
            TemplateService templates,
            WebsiteService websites,
            Outbox outbox,
            MergePatch mergePatch,
            Caller caller,
            Clock clock) {
        this.configs = configs;
        this.plans = plans;
        this.templates = templates;
        this.websites = websites;
        this.outbox = outbox;
        this.mergePatch = mergePatch;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    ReminderConfigView create(CreateReminderConfigRequest request) {
        UUID website = websites.ofRequest(caller, request.websiteId());
        check(request.fields());
        plans.outdated(website);
        ReminderConfig config = new ReminderConfig();
        config.tenant = website.toString();
        config.createdAt = clock.instant();
        config.set(request.fields(), config.createdAt);
        configs.add(config);
        outbox.append(ReminderConfigChange.changed(config));
        return ReminderConfigView.of(config);
    }

    @Transactional
    ReminderConfigView read(UUID id) {
        return configs.find(id)
                .map(ReminderConfigView::of)
                .orElseThrow(() -> Problem.notFound("reminder config " + id));
    }

    @Transactional
    Page<ReminderConfigView> list(Filters filters, ListParameters parameters) {
        return configs.list(filters, parameters);
    }

    /** For the engine: those in use, by their percentage, in one statement. */
    @Transactional
    public List<ReminderConfigView> active(Collection<UUID> ofWebsites) {
        return ofWebsites.isEmpty()
                ? List.of()
                : configs.active(ofWebsites).stream()
                        .map(ReminderConfigView::of)
                        .toList();
    }

    @Transactional(rollbackOn = Exception.class)
    ReminderConfigView update(UUID id, String ifMatch, JsonNode patch) throws JsonProcessingException {
        ReminderConfig config = configs.locked(id);
        Versions.requireMatch(ifMatch, config.version);
        ReminderConfigFields wanted = mergePatch.apply(config.fields(), patch, ReminderConfigFields.class);
        check(wanted);
        plans.outdated(config.websiteId());
        config.set(wanted, clock.instant());
        configs.flush();
        outbox.append(ReminderConfigChange.changed(config));
        return ReminderConfigView.of(config);
    }

    @Transactional
    void delete(UUID id, String ifMatch) {
        ReminderConfig config = configs.locked(id);
        Versions.matchIfSent(ifMatch, config.version);
        plans.outdated(config.websiteId());
        configs.remove(config);
        outbox.append(ReminderConfigChange.deleted(id));
    }

    private void check(ReminderConfigFields fields) {
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
