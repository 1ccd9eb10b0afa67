package io.scriptorium.specialorders.depositsetting;

import io.scriptorium.owner.list.Filters;
import io.scriptorium.owner.list.ListParameters;
import io.scriptorium.owner.list.Listing;
import io.scriptorium.owner.list.SortKey;
import io.scriptorium.platform.Caller;
import io.scriptorium.platform.Page;
import io.scriptorium.platform.Problem;
import io.scriptorium.platform.Versions;
import io.scriptorium.specialorders.website.WebsiteService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;

/** What part of an estimated order's cost is asked for beforehand: half, unless a website says otherwise. */
@ApplicationScoped
public class DepositSettingService {
    private static final Listing<DepositSettingView> LIST = Listing.of(
                    DepositSettingView.class,
                    "d.id, d.percentage, d.updatedAt, d.version + 1",
                    "DepositSetting d",
                    "d.id",
                    DepositSettingView::websiteId)
            .sortedBy(
                    "website_id", new SortKey<>("website_id", "d.id", DepositSettingView::websiteId, UUID::fromString));

    private final EntityManager entities;
    private final WebsiteService websites;
    private final Caller caller;
    private final Clock clock;

    DepositSettingService(EntityManager entities, WebsiteService websites, Caller caller, Clock clock) {
        this.entities = entities;
        this.websites = websites;
        this.caller = caller;
        this.clock = clock;
    }

    /** The percentage of that website's estimated orders. */
    @Transactional
    public BigDecimal percentage(UUID websiteId) {
        return Optional.ofNullable(entities.find(DepositSetting.class, websiteId))
                .map(setting -> setting.percentage)
                .orElse(DepositSettingView.USUAL);
    }

    @Transactional
    Page<DepositSettingView> list(Filters filters, ListParameters parameters) {
        return LIST.page(entities, filters, parameters);
    }

    @Transactional
    DepositSettingView read(UUID websiteId) {
        mustBeTheirs(websiteId);
        return Optional.ofNullable(entities.find(DepositSetting.class, websiteId))
                .map(DepositSettingView::of)
                .orElseGet(() -> DepositSettingView.usual(websiteId));
    }

    @Transactional
    DepositSettingView set(UUID websiteId, String ifMatch, BigDecimal percentage) {
        mustBeTheirs(websiteId);
        DepositSetting setting = entities.find(DepositSetting.class, websiteId, LockModeType.PESSIMISTIC_WRITE);
        boolean unset = setting == null;
        Versions.requireMatch(
                ifMatch, unset ? 0 : DepositSettingView.of(setting).version());
        if (unset) {
            setting = new DepositSetting();
            setting.id = websiteId;
            setting.tenant = websiteId.toString();
        }
        setting.percentage = percentage.setScale(2);
        setting.updatedAt = clock.instant();
        if (unset) {
            entities.persist(setting);
        }
        flush();
        return DepositSettingView.of(setting);
    }

    /** Two that set it for the first time at once: both saw version 0. */
    private void flush() {
        try {
            entities.flush();
        } catch (ConstraintViolationException refused) {
            if ("deposit_setting_pkey".equals(refused.getConstraintName())) {
                throw Problem.preconditionFailed("It was set by somebody else meanwhile. Read it again.");
            }
            throw refused;
        }
    }

    private void mustBeTheirs(UUID websiteId) {
        boolean theirs = caller.websiteId()
                .map(own -> own.equals(websiteId.toString()))
                .orElseGet(() -> websites.find(websiteId).isPresent());
        if (!theirs) {
            throw Problem.notFound("website " + websiteId);
        }
    }
}
