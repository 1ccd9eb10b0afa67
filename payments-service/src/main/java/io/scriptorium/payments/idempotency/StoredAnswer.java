package io.scriptorium.payments.idempotency;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** An answer as it went out the first time, to be given again byte for byte. */
record StoredAnswer(int status, String contentType, String location, String etag, byte[] body) {
    private static final String REPLAYED = "Idempotent-Replayed";

    Response response() {
        Response.ResponseBuilder answer =
                Response.status(status).entity(body).header(HttpHeaders.CONTENT_TYPE, contentType);
        if (location != null) {
            answer.header(HttpHeaders.LOCATION, location);
        }
        if (etag != null) {
            answer.header(HttpHeaders.ETAG, etag);
        }
        return answer.build();
    }

    Response again() {
        Response answer = response();
        answer.getHeaders().putSingle(REPLAYED, "true");
        return answer;
    }
}
