package io.scriptorium.platform;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/** Gives each request an id: the client's or gateway's {@code X-Request-Id} if it is a decent one, else a new one. */
@ApplicationScoped
public class RequestId {
    public static final String HEADER = "X-Request-Id";

    private static final String KEY = "request_id";
    /** What may safely stand in a log line and a header. */
    private static final Pattern DECENT = Pattern.compile("[A-Za-z0-9._:-]{1,64}");
    /** Before authentication, so that a 401 has its id too. */
    private static final int FIRST = 1000;

    void install(@Observes Filters filters) {
        filters.register(this::assign, FIRST);
    }

    /** The id of the request that runs here, or {@code -} outside of one. */
    public static String of(RoutingContext context) {
        return context == null ? "-" : context.get(KEY, "-");
    }

    private void assign(RoutingContext context) {
        String sent = context.request().getHeader(HEADER);
        String id = sent != null && DECENT.matcher(sent).matches()
                ? sent
                : UUID.randomUUID().toString();
        context.put(KEY, id);
        MDC.put(KEY, id);
        context.response().putHeader(HEADER, id);
        context.next();
    }
}
