package io.scriptorium.dashboard.overview;

import static io.scriptorium.dashboard.query.Table.columns;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.All;
import io.scriptorium.dashboard.query.Column;
import io.scriptorium.dashboard.query.ComparisonView;
import io.scriptorium.dashboard.query.Dashboard;
import io.scriptorium.dashboard.query.Headline;
import io.scriptorium.dashboard.query.Question;
import io.scriptorium.dashboard.query.Table;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The headlines of all dashboards in one statement, whose parts are theirs (ADR 035). */
@ApplicationScoped
class OverviewDashboard implements Dashboard<JsonNode> {
    static final String NAME = "overview";

    /** One currency for all parts: the one asked for, or that of the website, or that of most websites. */
    private static final String FRAME = """
            WITH asked AS (
                SELECT website_id,
                       today,
                       coalesce(
                           currency,
                           (SELECT website.currency FROM website_fact AS website WHERE website.id = asked.website_id),
                           (SELECT website.currency
                              FROM website_fact AS website
                             WHERE website.currency IS NOT NULL
                               AND asked.website_id = 'ffffffff-ffff-ffff-ffff-ffffffffffff'
                             GROUP BY website.currency
                             ORDER BY count(*) DESC, website.currency
                             LIMIT 1)
                       ) AS currency
                  FROM asked
            )
            SELECT jsonb_build_object('currency', (SELECT currency FROM asked), 'headlines', jsonb_build_object(
            %s
            ))
            """;

    private final List<Headline> headlines;
    private final ObjectMapper json;
    private final String sql;

    OverviewDashboard(@All List<Headline> headlines, ObjectMapper json) {
        this.headlines =
                headlines.stream().sorted(Comparator.comparing(Headline::name)).toList();
        this.json = json;
        this.sql = FRAME.formatted(
                this.headlines.stream().map(OverviewDashboard::part).collect(Collectors.joining(",\n")));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> topics() {
        return headlines.stream()
                .flatMap(headline -> headline.topics().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public String sql() {
        return sql;
    }

    @Override
    public Class<JsonNode> numbers() {
        return JsonNode.class;
    }

    @Override
    public OverviewView view(JsonNode numbers, Question question, Instant asOf) {
        return new OverviewView(
                numbers.path("currency").textValue(),
                block(numbers, "users", OverviewView.Users.class),
                block(numbers, "payment_reminders", OverviewView.PaymentReminders.class),
                block(numbers, "special_orders", OverviewView.SpecialOrders.class),
                block(numbers, "tips", OverviewView.Tips.class),
                block(numbers, "payments", OverviewView.Payments.class),
                block(numbers, "writers", OverviewView.Writers.class),
                block(numbers, "tickets", OverviewView.Tickets.class),
                question.period(),
                question.comparing() ? compared(numbers, question) : null,
                asOf,
                question.scope().view());
    }

    @Override
    public List<Table> tables() {
        return List.of(
                Table.of(
                        "users",
                        columns(
                                "total_users",
                                "active_users",
                                "suspended_users",
                                "total_writers",
                                "total_editors",
                                "total_support",
                                "total_clients",
                                "new_users")),
                Table.of(
                        "payment_reminders",
                        columns(
                                "total_reminder_configs",
                                "active_reminder_configs",
                                "total_deletion_messages",
                                "active_deletion_messages",
                                "total_sent_reminders",
                                "recent_sent_reminders",
                                "sent_reminders")),
                Table.of(
                                "special_orders",
                                columns(
                                        "total_orders",
                                        "inquiry_orders",
                                        "awaiting_approval",
                                        "in_progress",
                                        "completed",
                                        "needs_approval",
                                        "needs_estimation",
                                        "pending_installments",
                                        "recent_orders"))
                        .with(Column.money("total_revenue")),
                Table.of("tips", columns("total_tips", "recent_tips"))
                        .with(
                                Column.money("total_tip_amount"),
                                Column.money("total_writer_earnings"),
                                Column.money("total_platform_profit"),
                                Column.money("recent_tip_amount")),
                Table.of(
                                "payments",
                                columns(
                                        "total_payments",
                                        "paid_payments",
                                        "pending_payments",
                                        "failed_payments",
                                        "paid"))
                        .with(
                                Column.money("total_paid"),
                                Column.money("total_refunded"),
                                Column.money("net_revenue"),
                                Column.money("revenue"),
                                Column.money("refunded")),
                Table.of(
                                "writers",
                                columns(
                                        "total_writers",
                                        "active_writers",
                                        "available_writers",
                                        "avg_rating",
                                        "open_order_requests",
                                        "new_writers"))
                        .with(Column.in("%", "approval_rate")),
                Table.of("tickets", columns("total_tickets", "open_tickets", "opened", "resolved", "closed")));
    }

    private static String part(Headline headline) {
        if (!headline.sql().contains("{scope}")) {
            throw new IllegalStateException("The headline " + headline.name() + " is confined to no website");
        }
        return "'%s', (%n%s)".formatted(headline.name(), headline.sql());
    }

    private <V> V block(JsonNode numbers, String name, Class<V> type) {
        JsonNode headline = numbers.path("headlines").path(name);
        ObjectNode block = headline.path("totals").deepCopy();
        headline.path("spans")
                .path("recent")
                .properties()
                .forEach(recent -> block.set(recent.getKey(), recent.getValue()));
        try {
            return json.treeToValue(block, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The headline " + name + " is not what the overview shows", e);
        }
    }

    private static Map<String, ComparisonView> compared(JsonNode numbers, Question question) {
        Map<String, ComparisonView> compared = new LinkedHashMap<>();
        numbers.path("headlines").properties().forEach(headline -> {
            JsonNode spans = headline.getValue().path("spans");
            compared.put(headline.getKey(), question.compare(spans.path("recent"), spans.path("earlier")));
        });
        return compared;
    }
}
