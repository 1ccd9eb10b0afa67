package io.scriptorium.dashboard.tipstats;

import io.scriptorium.dashboard.Event;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;

/** A tip as payments-service publishes it: a completed one of 10.00 USD, unless something else is said. */
record Tip(
        UUID website,
        UUID client,
        UUID writer,
        String type,
        BigDecimal amount,
        String currency,
        String level,
        int percentage,
        String status,
        BigDecimal refunded,
        Instant created) {
    static Tip aTip(UUID website, Instant created) {
        return new Tip(
                website,
                UUID.randomUUID(),
                UUID.randomUUID(),
                "direct",
                new BigDecimal("10.00"),
                "USD",
                "Advanced",
                60,
                "completed",
                new BigDecimal("0.00"),
                created);
    }

    Tip between(UUID client, UUID writer) {
        return new Tip(website, client, writer, type, amount, currency, level, percentage, status, refunded, created);
    }

    Tip ofType(String type) {
        return new Tip(website, client, writer, type, amount, currency, level, percentage, status, refunded, created);
    }

    Tip of(String amount, String currency) {
        return new Tip(
                website,
                client,
                writer,
                type,
                new BigDecimal(amount),
                currency,
                level,
                percentage,
                status,
                refunded,
                created);
    }

    Tip atLevel(String level, int percentage) {
        return new Tip(website, client, writer, type, amount, currency, level, percentage, status, refunded, created);
    }

    Tip in(String status) {
        return new Tip(website, client, writer, type, amount, currency, level, percentage, status, refunded, created);
    }

    Tip refunded(String refunded) {
        return new Tip(
                website,
                client,
                writer,
                type,
                amount,
                currency,
                level,
                percentage,
                status,
                new BigDecimal(refunded),
                created);
    }

    LocalDate day() {
        return LocalDate.ofInstant(created, ZoneOffset.UTC);
    }

    LocalDate month() {
        return day().withDayOfMonth(1);
    }

    boolean completed() {
        return status.equals("completed");
    }

    BigDecimal earning() {
        return share(amount);
    }

    BigDecimal profit() {
        return amount.subtract(earning());
    }

    BigDecimal earningRefunded() {
        return share(refunded);
    }

    String levelName() {
        return level == null ? "" : level;
    }

    private BigDecimal share(BigDecimal of) {
        return of.multiply(BigDecimal.valueOf(percentage)).divide(BigDecimal.valueOf(100), 2, RoundingMode.HALF_EVEN);
    }

    Event event(UUID id, long revision) {
        String value = """
                {"id": "%s", "website_id": "%s", "client_id": "%s", "writer_id": "%s", "type": "%s", "reference": null,
                 "amount": %s, "currency": "%s", "level_id": null, "level_name": %s, "writer_percentage": %s.00,
                 "writer_earning": %s, "platform_profit": %s, "payment_status": "%s", "refunded_amount": %s,
                 "writer_earning_refunded": %s, "created_at": "%s", "updated_at": "%s", "completed_at": null}
                """.formatted(
                        id,
                        website,
                        client,
                        writer,
                        type,
                        amount,
                        currency,
                        level == null ? "null" : "\"" + level + "\"",
                        percentage,
                        earning(),
                        profit(),
                        status,
                        refunded,
                        earningRefunded(),
                        created,
                        created);
        return new Event(Event.TIPS, id.toString(), "payments.tip.changed", revision, value);
    }

    static Event deleted(UUID id, long revision) {
        return new Event(Event.TIPS, id.toString(), "payments.tip.deleted", revision, null);
    }
}
