package io.scriptorium.payments.payment;

import io.scriptorium.outbox.ChangeSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Lets the outbox publish every payment again, or those of one website. */
@ApplicationScoped
class PaymentChangeSource implements ChangeSource {
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final PaymentRepository payments;

    PaymentChangeSource(PaymentRepository payments) {
        this.payments = payments;
    }

    @Override
    public String aggregate() {
        return "payment";
    }

    @Override
    public Page lockedPage(String afterId, String tenant, int limit) {
        UUID after = afterId == null ? BEFORE_ALL : UUID.fromString(afterId);
        List<Payment> rows = payments.lockedAfter(after, tenant, limit);
        Map<UUID, List<PaymentChange.Refund>> refunds = payments.refundsOf(rows);
        String last = rows.isEmpty() ? null : rows.get(rows.size() - 1).id.toString();
        return new Page(
                rows.stream()
                        .map(payment -> PaymentChange.changed(payment, refunds.getOrDefault(payment.id, List.of())))
                        .toList(),
                last);
    }
}
