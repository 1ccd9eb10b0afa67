package io.scriptorium.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/** A client thanks a writer. */
final class TipJourney {
    private final Shop shop;
    private final Desk desk;
    private final Paying paying;

    TipJourney(Shop shop, Desk desk) {
        this.shop = shop;
        this.desk = desk;
        this.paying = new Paying(shop, desk);
    }

    void plan(Course course, Person client, Person writer) {
        Chance chance = course.chance;
        BigDecimal amount = chance.roundMoney(12, 0.8, 1, 400);
        String type = chance.of(0.65) ? "direct" : chance.of(0.8) ? "order" : "class";
        String reference = type.equals("direct")
                ? null
                : "%s-%04d".formatted(type.toUpperCase(Locale.ROOT), chance.between(1, 9_999));
        AtomicReference<String> payment = new AtomicReference<>();
        course.step(Deed.TIP, "%s %s from %s for %s".formatted(type, amount, client, writer), () -> {
            Map<String, Object> tip = new HashMap<>();
            tip.put("writer_id", writer.id);
            tip.put("amount", amount);
            tip.put("type", type);
            if (reference != null) {
                tip.put("reference", reference);
            }
            JsonNode made = desk.whenHeardOf(
                            () -> desk.gateway().postOnce(desk.token(shop, client), "/api/v1/tips", tip))
                    .body();
            payment.set(made.path("payment_id").asText());
            desk.tally().dated(shop, Deed.TIP, made.path("created_at").asText());
            desk.tally().demanded(shop, 1);
            desk.tally().tipped(shop, amount);
        });
        course.later(chance.minutes(chance.logNormal(2, 0.7)));
        boolean paid = paying.plan(course, "tip " + amount, client, payment::get, 0.03);
        if (paid && chance.of(0.02)) {
            course.later(chance.hours(30, 0.7, 24 * 10)).atWork();
            BigDecimal back = chance.of(0.5) ? amount : amount.divide(BigDecimal.valueOf(2), 2, RoundingMode.HALF_EVEN);
            paying.refund(course, "tip", payment::get, back);
        }
    }
}
