package io.scriptorium.demo;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/** An ordinary order, of which the suite sees the payment alone. */
final class InvoiceJourney {
    private final Shop shop;
    private final Desk desk;
    private final Paying paying;

    InvoiceJourney(Shop shop, Desk desk) {
        this.shop = shop;
        this.desk = desk;
        this.paying = new Paying(shop, desk);
    }

    void plan(Course course, int number, Person client) {
        Chance chance = course.chance;
        BigDecimal amount = chance.money(58, 0.6, 8, 1_500);
        Instant dueAt = course.at().plus(Duration.ofDays(chance.between(7, 14)));
        String reference = "%s-%05d".formatted(shop.site.label().toUpperCase(Locale.ROOT), 10_000 + number);
        AtomicReference<String> payment = new AtomicReference<>();
        course.step(Deed.INVOICE, "%s %s of %s".formatted(reference, amount, client), () -> {
            payment.set(desk.gateway()
                    .postOnce(
                            desk.token(shop, client),
                            "/api/v1/payments",
                            Map.of(
                                    "kind",
                                    "order",
                                    "reference",
                                    reference,
                                    "amount",
                                    amount,
                                    "currency",
                                    shop.site.currency(),
                                    "due_at",
                                    dueAt.toString()))
                    .id());
            desk.tally().demanded(shop, 1);
        });
        course.later(chance.of(0.7) ? chance.minutes(chance.between(3, 50)) : chance.hours(60, 0.7, 24 * 6));
        boolean paid = paying.plan(course, reference, client, payment::get, 0.07);
        if (paid && chance.of(0.04)) {
            course.later(chance.hours(48, 0.7, 24 * 14)).atWork();
            paying.refund(course, reference, payment::get, amount);
        }
    }
}
