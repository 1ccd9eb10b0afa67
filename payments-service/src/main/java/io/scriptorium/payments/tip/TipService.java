package io.scriptorium.payments.tip;

import io.scriptorium.outbox.Outbox;
import io.scriptorium.owner.list.Filters;
import io.scriptorium.owner.list.ListParameters;
import io.scriptorium.owner.list.SummarizedPage;
import io.scriptorium.payments.payment.PaymentService;
import io.scriptorium.payments.payment.PaymentView;
import io.scriptorium.payments.website.WebsiteService;
import io.scriptorium.payments.website.WebsiteView;
import io.scriptorium.payments.writer.WriterService;
import io.scriptorium.payments.writer.WriterView;
import io.scriptorium.platform.Caller;
import io.scriptorium.platform.Problem;
import io.scriptorium.platform.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** Tips: made with the payment by which they are paid, in one transaction with both events, and read by whom they concern. */
@ApplicationScoped
public class TipService {
    private final TipRepository tips;
    private final PaymentService payments;
    private final WriterService writers;
    private final WebsiteService websites;
    private final TipLimits limits;
    private final Outbox outbox;
    private final Caller caller;
    private final Clock clock;

    TipService(
            TipRepository tips,
            PaymentService payments,
            WriterService writers,
            WebsiteService websites,
            TipLimits limits,
            Outbox outbox,
            Caller caller,
            Clock clock) {
        this.tips = tips;
        this.payments = payments;
        this.writers = writers;
        this.websites = websites;
        this.limits = limits;
        this.outbox = outbox;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    TipView create(CreateTipRequest request) {
        WebsiteView website =
                websites.require(UUID.fromString(caller.websiteId().orElseThrow()));
        refuseUnlessRight(request, website);
        WriterView writer = writerWithLevel(request.writerId());
        Tip tip = new Tip();
        tip.id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        tip.tenant = website.id().toString();
        tip.clientId = caller.accountId();
        tip.writerId = writer.writerId();
        tip.type = request.type();
        tip.reference = request.reference();
        tip.reason = request.reason();
        tip.currency = website.currency();
        tip.levelId = writer.levelId();
        tip.levelName = writer.levelName();
        tip.share(TipSplit.of(request.amount(), writer.tipPercentage()));
        PaymentView payment = payments.demandForTip(website.id(), tip.id, tip.clientId, tip.amount, tip.currency);
        tip.paymentId = payment.id();
        tip.createdAt = clock.instant();
        tip.updatedAt = tip.createdAt;
        tips.add(tip);
        outbox.append(TipChange.changed(tip));
        return TipView.of(tip);
    }

    /** For a client the own, for staff the website's. */
    @Transactional
    TipView read(UUID id) {
        return tips.find(id)
                .filter(tip -> caller.role() != Role.CLIENT || tip.clientId.equals(caller.accountId()))
                .map(TipView::of)
                .orElseThrow(() -> TipRepository.notFound(id));
    }

    /** For a writer, the own. */
    @Transactional
    EarnedTipView readEarned(UUID id) {
        return tips.find(id)
                .filter(tip -> tip.writerId.equals(caller.accountId()))
                .map(EarnedTipView::of)
                .orElseThrow(() -> TipRepository.notFound(id));
    }

    @Transactional
    SummarizedPage<TipView, TipSummaryView> list(Filters filters, ListParameters parameters, boolean summarized) {
        if (caller.role() == Role.CLIENT) {
            filters.equal("t.clientId", Optional.of(caller.accountId()));
        }
        return tips.list(filters, parameters, summarized);
    }

    @Transactional
    SummarizedPage<EarnedTipView, EarnedTipSummaryView> listEarned(
            Filters filters, ListParameters parameters, boolean summarized) {
        filters.equal("t.writerId", Optional.of(caller.accountId()));
        return tips.listEarned(filters, parameters, summarized);
    }

    /** @throws Problem 422 that names each wrong field */
    private void refuseUnlessRight(CreateTipRequest request, WebsiteView website) {
        List<Problem.FieldError> errors = new ArrayList<>();
        BigDecimal amount = request.amount();
        if (amount.compareTo(limits.minimumAmount()) < 0 || amount.compareTo(limits.maximumAmount()) > 0) {
            errors.add(new Problem.FieldError(
                    "amount",
                    "must be from %s to %s %s"
                            .formatted(
                                    limits.minimumAmount().toPlainString(),
                                    limits.maximumAmount().toPlainString(),
                                    website.currency())));
        }
        if (request.currency() != null && !request.currency().equals(website.currency())) {
            errors.add(new Problem.FieldError("currency", "must be the website's, " + website.currency()));
        }
        if (request.type() == TipType.DIRECT && request.reference() != null) {
            errors.add(new Problem.FieldError("reference", "must be left out of a direct tip"));
        }
        if (request.type() != TipType.DIRECT && request.reference() == null) {
            errors.add(new Problem.FieldError("reference", "must name what the tip is given for"));
        }
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
    }

    private WriterView writerWithLevel(UUID id) {
        WriterView writer = writers.find(id)
                .orElseThrow(() -> Problem.invalid(
                        "writer_id", "must be a writer of this website; a new one may take a moment to be known here"));
        if (!writer.hasLevel()) {
            throw Problem.invalid("writer_id", "must be a writer with a level, by which the tip is shared");
        }
        return writer;
    }
}
