package io.scriptorium.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.function.Supplier;

/** How clients pay, by the tokens of the simulated provider: most at once, some at the second try, some not at all. */
final class Paying {
    private final Shop shop;
    private final Desk desk;

    Paying(Shop shop, Desk desk) {
        this.shop = shop;
        this.desk = desk;
    }

    /** Plans one payment, from a first try that may be declined to the last. @return whether it is paid in the end */
    boolean plan(Course course, String of, Person client, Supplier<String> payment, double neverPaid) {
        Chance chance = course.chance;
        if (chance.of(neverPaid)) {
            return false;
        }
        if (chance.of(0.08)) {
            String declined = chance.of(0.6) ? "tok_declined" : "tok_insufficient_funds";
            course.step(
                    Deed.PAYING,
                    "%s %s by %s".formatted(of, declined, client),
                    () -> pay(client, payment.get(), declined));
            if (chance.of(0.25)) {
                return false;
            }
            course.later(chance.minutes(chance.logNormal(20, 0.8)));
        }
        course.step(Deed.PAYING, "%s by %s".formatted(of, client), () -> pay(client, payment.get(), "tok_success"));
        return true;
    }

    void refund(Course course, String of, Supplier<String> payment, BigDecimal amount) {
        course.step(
                Deed.REFUND,
                "%s of %s".formatted(amount, of),
                () -> desk.gateway()
                        .postOnce(
                                desk.token(shop, shop.admins.get(0)),
                                "/api/v1/payments/" + payment.get() + "/refund",
                                Map.of("amount", amount, "reason", "Delivered late")));
    }

    /** Which payment an installment is paid by: payments-service makes it once it has heard of the order. */
    String ofInstallment(Person client, String installment) {
        String path = "/api/v1/payments?kind=installment&reference=" + installment;
        return desk.awaited("the payment of installment " + installment, () -> {
            JsonNode items =
                    desk.gateway().get(desk.token(shop, client), path).body().path("items");
            return items.isEmpty() ? null : items.get(0).path("id").asText();
        });
    }

    private void pay(Person client, String payment, String token) {
        desk.gateway()
                .postOnce(desk.token(shop, client), "/api/v1/payments/" + payment + "/pay", Map.of("token", token));
    }
}
