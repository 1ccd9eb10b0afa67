package io.scriptorium.dashboard.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.scriptorium.dashboard.cache.CacheKey;
import io.scriptorium.dashboard.cache.DashboardAnswer;
import io.scriptorium.dashboard.cache.DashboardCache;
import io.scriptorium.dashboard.cache.DashboardView;
import io.scriptorium.dashboard.cache.RepeatedRequests;
import io.scriptorium.dashboard.cache.StatementCount;
import io.scriptorium.dashboard.platform.Grain;
import io.scriptorium.dashboard.platform.Span;
import io.scriptorium.dashboard.platform.StatsScope;
import io.scriptorium.platform.Caller;
import io.scriptorium.platform.Parameters;
import io.scriptorium.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Answers any dashboard, from the cache or from the counters: as JSON, or one of its tables as CSV. */
@ApplicationScoped
public class DashboardService {
    private final Dashboards dashboards;
    private final NumbersRepository numbers;
    private final DashboardCache cache;
    private final ObjectMapper json;
    private final RepeatedRequests repeated;
    private final Caller caller;
    private final JsonWebToken token;
    private final CurrentVertxRequest request;
    private final Clock clock;

    DashboardService(
            Dashboards dashboards,
            NumbersRepository numbers,
            DashboardCache cache,
            ObjectMapper json,
            RepeatedRequests repeated,
            Caller caller,
            JsonWebToken token,
            CurrentVertxRequest request,
            Clock clock) {
        this.dashboards = dashboards;
        this.numbers = numbers;
        this.cache = cache;
        this.json = json;
        this.repeated = repeated;
        this.caller = caller;
        this.token = token;
        this.request = request;
        this.clock = clock;
    }

    /** @throws Problem 400 for parameters that it does not take; 404 when a website was asked for that is not there */
    public Response answer(String name, DashboardParameters sent) {
        Dashboard<?> dashboard = named(name);
        allowOnly(dashboard, sent, Set.of());
        boolean refresh = refresh(sent);
        Asked asked = asked(dashboard, sent);
        Response response = answer(dashboard, asked, refresh).toResponse(sent.headers);
        if (!refresh) {
            repeated.remember(
                    sent.headers.getHeaderString(HttpHeaders.AUTHORIZATION),
                    request.getCurrent().request().uri(),
                    asked.key(),
                    Instant.ofEpochSecond(token.getExpirationTime()));
        }
        return response;
    }

    /** From the same cached answer: what is exported is what is shown. */
    Response export(String name, String tableName, DashboardParameters sent) {
        Dashboard<?> dashboard = named(name);
        allowOnly(dashboard, sent, Set.of("table"));
        Table table = table(dashboard, tableName);
        DashboardAnswer answer = answer(dashboard, asked(dashboard, sent), refresh(sent));
        return answer.toCsvResponse(sent.headers, Csv.of(table, tree(answer)), fileName(dashboard, table));
    }

    private Dashboard<?> named(String name) {
        return dashboards.named(name).orElseThrow(() -> Problem.notFound("dashboard " + name));
    }

    private record Asked(Question question, CacheKey key) {}

    private Asked asked(Dashboard<?> dashboard, DashboardParameters sent) {
        StatsScope scope = StatsScope.of(caller, Parameters.uuid("website_id", sent.websiteId));
        LocalDate today = Grain.dayOf(clock.instant());
        Span span = dashboard.spanRule().span(sent, today);
        Question question = new Question(scope, span, comparing(dashboard.spanRule(), sent), currency(sent), today);
        return new Asked(question, CacheKey.of(dashboard.name(), caller, scope, normalised(question), today));
    }

    private static boolean refresh(DashboardParameters sent) {
        return Parameters.flag("refresh", sent.refresh).orElse(false);
    }

    private <N> DashboardAnswer answer(Dashboard<N> dashboard, Asked asked, boolean refresh) {
        boolean mustBeKnown =
                caller.seesAllWebsites() && !asked.question().scope().all();
        return cache.answer(
                asked.key(), refresh, statements -> view(dashboard, asked.question(), mustBeKnown, statements));
    }

    private <N> DashboardView view(
            Dashboard<N> dashboard, Question question, boolean mustBeKnown, StatementCount statements) {
        NumbersRepository.Reading<N> reading = numbers.read(dashboard, question, statements);
        // An admin's own website may be so new that it is not known here yet: then it has no numbers, but it is there.
        if (mustBeKnown && !reading.known()) {
            throw Problem.notFound("website " + question.scope().cacheKey());
        }
        return dashboard.view(reading.numbers(), question, reading.asOf());
    }

    private static void allowOnly(Dashboard<?> dashboard, DashboardParameters sent, Set<String> more) {
        Set<String> known = new TreeSet<>(dashboard.parameters());
        known.addAll(more);
        Parameters.allowOnly(sent.uri, known.toArray(String[]::new));
    }

    private static boolean comparing(SpanRule rule, DashboardParameters sent) {
        if (sent.compare == null) {
            return false;
        }
        if (!sent.compare.equals("previous")) {
            throw Problem.badRequest("compare", "must be previous");
        }
        if (rule.defaultDays() == 0 && sent.days == null && sent.dateFrom == null) {
            throw Problem.badRequest("compare", "needs days or date_from: nothing is before all time");
        }
        return true;
    }

    private static Optional<String> currency(DashboardParameters sent) {
        if (sent.currency != null && !sent.currency.matches("[A-Z]{3}")) {
            throw Problem.badRequest("currency", "must be a currency code such as EUR");
        }
        return Optional.ofNullable(sent.currency);
    }

    private static Map<String, Object> normalised(Question question) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("date_from", question.span().firstDay());
        parameters.put("date_to", question.span().lastDay());
        parameters.put("compare", question.comparing());
        parameters.put("currency", question.currency().orElse(""));
        return parameters;
    }

    private static Table table(Dashboard<?> dashboard, String name) {
        return dashboard.tables().stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.badRequest(
                        "table",
                        "must be one of "
                                + dashboard.tables().stream().map(Table::name).collect(Collectors.joining(", "))));
    }

    private JsonNode tree(DashboardAnswer answer) {
        try {
            return json.readTree(answer.json());
        } catch (IOException e) {
            throw new UncheckedIOException("What was written as JSON cannot be read", e);
        }
    }

    private static String fileName(Dashboard<?> dashboard, Table table) {
        return (dashboard.name() + "-" + table.name() + ".csv").replaceAll("[/.](?!csv$)", "-");
    }
}
