package io.scriptorium.dashboard.cache;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Answers a request that was checked a moment ago from Redis, without leaving the event loop: the way of nearly all
 * requests of pages that are open. Whatever is not plainly a hit goes the usual way, as if this were not here.
 */
@Singleton
class HitRoute {
    private static final Logger LOG = Logger.getLogger(HitRoute.class);
    /** After the request has its id, before all else. */
    private static final int EARLY = 900;

    private static final int NOT_MODIFIED = 304;
    private static final CharSequence JSON = HttpHeaders.createOptimized("application/json");

    private final RepeatedRequests repeated;
    private final DashboardCache cache;

    HitRoute(RepeatedRequests repeated, DashboardCache cache) {
        this.repeated = repeated;
        this.cache = cache;
    }

    void install(@Observes Filters filters) {
        filters.register(this::answer, EARLY);
    }

    private void answer(RoutingContext context) {
        HttpServerRequest request = context.request();
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        Optional<RepeatedRequests.Checked> checked =
                authorization == null || !request.method().equals(HttpMethod.GET)
                        ? Optional.empty()
                        : repeated.find(authorization, request.uri());
        if (checked.isEmpty()) {
            context.next();
            return;
        }
        cache.hit(checked.get()).onComplete(looked -> {
            if (looked.succeeded() && looked.result().isPresent()) {
                send(looked.result().get(), request);
            } else {
                LOG.debugf(
                        looked.cause(),
                        "%s is no hit, and goes the usual way",
                        checked.get().entryName());
                context.next();
            }
        });
    }

    private static void send(DashboardAnswer answer, HttpServerRequest request) {
        DashboardResponse written = DashboardResponse.to(
                request.getHeader(HttpHeaders.ACCEPT_ENCODING), request.getHeader(HttpHeaders.IF_NONE_MATCH), answer);
        HttpServerResponse response = request.response();
        written.headers(response::putHeader);
        if (written.known()) {
            response.setStatusCode(NOT_MODIFIED).end();
        } else {
            response.putHeader(HttpHeaders.CONTENT_TYPE, JSON).end(written.body());
        }
    }
}
