package io.scriptorium.dashboard.cache;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/**
 * A dashboard's ready answer, and how it came about.
 *
 * @param statements those that were executed for this request: none for a hit, nor for who waited for another's query
 * @param cacheNanos what was not the query's: Redis, waiting, and making the body
 */
public record DashboardAnswer(Body body, CacheStatus status, long databaseNanos, int statements, long cacheNanos) {
    private static final MediaType CSV = new MediaType("text", "csv", "UTF-8");

    /** The whole view. */
    public byte[] json() {
        return body.json().clone();
    }

    /** As {@link #toResponse}, with something that was made of the {@link #json()}. */
    public Response toCsvResponse(HttpHeaders request, byte[] csv, String fileName) {
        DashboardAnswer other =
                new DashboardAnswer(Body.of(csv, body.asOf()), status, databaseNanos, statements, cacheNanos);
        Response response = DashboardResponse.of(
                other,
                CSV,
                request.getHeaderString(HttpHeaders.ACCEPT_ENCODING),
                request.getHeaderString(HttpHeaders.IF_NONE_MATCH));
        response.getHeaders().putSingle(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + fileName + '"');
        return response;
    }

    /** 200 with the body, as gzip if the request takes it, or 304 if the client has it already. */
    public Response toResponse(HttpHeaders request) {
        return DashboardResponse.of(
                this,
                request.getHeaderString(HttpHeaders.ACCEPT_ENCODING),
                request.getHeaderString(HttpHeaders.IF_NONE_MATCH));
    }
}
