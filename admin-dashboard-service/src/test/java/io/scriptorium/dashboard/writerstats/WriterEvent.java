package io.scriptorium.dashboard.writerstats;

import io.scriptorium.dashboard.Event;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/** A writer as writer-service publishes it. */
record WriterEvent(
        UUID website,
        String penName,
        String level,
        String status,
        boolean available,
        BigDecimal rating,
        int reviews,
        int completedOrders,
        int activeOrders,
        BigDecimal earnings,
        Instant created) {
    static WriterEvent active(UUID website, String penName, int completedOrders, String earnings, Instant created) {
        return new WriterEvent(
                website,
                penName,
                "Advanced",
                "active",
                true,
                new BigDecimal("4.50"),
                2,
                completedOrders,
                1,
                new BigDecimal(earnings),
                created);
    }

    WriterEvent onBreak() {
        return new WriterEvent(
                website, penName, null, "on_break", false, rating, 0, completedOrders, activeOrders, earnings, created);
    }

    Event of(UUID id, long revision) {
        String value = """
                {"id": "%s", "website_id": "%s", "writer_id": "%s", "registration_id": "W-1", "pen_name": "%s",
                 "level": %s, "status": "%s", "is_active": true, "is_available_for_auto_assignments": %s,
                 "rating": %s, "reviews": %d, "completed_orders": %d, "active_orders": %d, "total_earnings": %s,
                 "verified": true, "created_at": "%s", "updated_at": "%s", "last_active_at": null}
                """.formatted(
                        id,
                        website,
                        id,
                        penName,
                        level == null
                                ? "null"
                                : "{\"id\": \"%s\", \"name\": \"%s\", \"rank\": 1, \"tip_percentage\": 60.00}"
                                        .formatted(website, level),
                        status,
                        available,
                        rating,
                        reviews,
                        completedOrders,
                        activeOrders,
                        earnings,
                        created,
                        created);
        return new Event(WriterProjection.TOPIC, id.toString(), "writers.writer.changed", revision, value);
    }

    static Event deleted(UUID id, long revision) {
        return new Event(WriterProjection.TOPIC, id.toString(), "writers.writer.deleted", revision, null);
    }

    private static String quoted(Object value) {
        return value == null ? "null" : '"' + value.toString() + '"';
    }
}
