package io.scriptorium.dashboard.cache;

import io.scriptorium.dashboard.platform.EntityTags;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/**
 * An answer as HTTP has it: the same headers whichever way it goes. A hit is made of little else, so what is always the
 * same is made once here.
 *
 * @param known whether the client has it already, by its tag: 304 and no body
 * @param tag quoted
 */
record DashboardResponse(DashboardAnswer answer, boolean known, boolean gzip, String tag) {
    private static final CharSequence GZIP = HttpHeaders.createOptimized("gzip");
    private static final CharSequence PRIVATE = HttpHeaders.createOptimized("private, no-cache");
    private static final CharSequence ACCEPT_ENCODING = HttpHeaders.createOptimized("Accept-Encoding");
    private static final CharSequence AS_OF = HttpHeaders.createOptimized("As-Of");
    private static final CharSequence CACHE_STATUS = HttpHeaders.createOptimized("Cache-Status");
    private static final CharSequence SERVER_TIMING = HttpHeaders.createOptimized("Server-Timing");

    private static final Pattern NEVER = Pattern.compile(";\\s*q\\s*=\\s*0(\\.0*)?\\s*", Pattern.CASE_INSENSITIVE);
    private static final String[] GZIP_BY_ANY_NAME = {"gzip", "x-gzip", "*"};
    private static final double NANOS_PER_HUNDREDTH = 1e4;
    private static final int HUNDRED = 100;
    private static final int TEN = 10;

    /** @param acceptEncoding the header as sent, or null; so too {@code ifNoneMatch} */
    static DashboardResponse to(String acceptEncoding, String ifNoneMatch, DashboardAnswer answer) {
        boolean gzip = takesGzip(acceptEncoding);
        // The two encodings are two representations, so a strong tag must tell them apart (RFC 9110, 8.8.3.3).
        String plainTag = '"' + answer.body().tag() + '"';
        String gzipTag = '"' + answer.body().tag() + "-gzip\"";
        String sentTag = gzip ? gzipTag : plainTag;
        String otherTag = gzip ? plainTag : gzipTag;
        if (EntityTags.matches(ifNoneMatch, sentTag)) {
            return new DashboardResponse(answer, true, gzip, sentTag);
        }
        return EntityTags.matches(ifNoneMatch, otherTag)
                ? new DashboardResponse(answer, true, gzip, otherTag)
                : new DashboardResponse(answer, false, gzip, sentTag);
    }

    static Response of(DashboardAnswer answer, String acceptEncoding, String ifNoneMatch) {
        return of(answer, MediaType.APPLICATION_JSON_TYPE, acceptEncoding, ifNoneMatch);
    }

    static Response of(DashboardAnswer answer, MediaType type, String acceptEncoding, String ifNoneMatch) {
        DashboardResponse written = to(acceptEncoding, ifNoneMatch, answer);
        Response.ResponseBuilder response =
                written.known() ? Response.notModified() : Response.ok(written.body(), type);
        written.headers((name, value) -> response.header(name.toString(), value.toString()));
        return response.build();
    }

    // A Buffer, since Jackson would write a byte array as Base64.
    Buffer body() {
        return Buffer.buffer(gzip ? answer.body().gzip() : answer.body().json());
    }

    /** All but the body's type. */
    void headers(BiConsumer<CharSequence, CharSequence> header) {
        header.accept(HttpHeaders.ETAG, tag);
        header.accept(HttpHeaders.CACHE_CONTROL, PRIVATE);
        header.accept(HttpHeaders.VARY, ACCEPT_ENCODING);
        header.accept(AS_OF, answer.body().asOf().toString());
        header.accept(CACHE_STATUS, answer.status().header());
        header.accept(SERVER_TIMING, timing());
        if (gzip && !known) {
            header.accept(HttpHeaders.CONTENT_ENCODING, GZIP);
        }
    }

    private String timing() {
        StringBuilder timing = new StringBuilder(48).append("db;dur=");
        millis(timing, answer.databaseNanos());
        timing.append(";desc=\"").append(answer.statements()).append("\", cache;dur=");
        millis(timing, answer.cacheNanos());
        return timing.toString();
    }

    /** With two decimals; String.format takes longer than all else here. */
    private static void millis(StringBuilder text, long nanos) {
        long hundredths = Math.round(nanos / NANOS_PER_HUNDREDTH);
        long fraction = hundredths % HUNDRED;
        text.append(hundredths / HUNDRED).append(fraction < TEN ? ".0" : ".").append(fraction);
    }

    /** By its own name if that is there, else by the star; a weight of nought means never. */
    private static boolean takesGzip(String acceptEncoding) {
        if (acceptEncoding == null) {
            return false;
        }
        String[] codings = acceptEncoding.split(",");
        for (String name : GZIP_BY_ANY_NAME) {
            for (String coding : codings) {
                int weight = coding.indexOf(';');
                String sent = (weight < 0 ? coding : coding.substring(0, weight)).strip();
                if (sent.equalsIgnoreCase(name)) {
                    return weight < 0
                            || !NEVER.matcher(coding.substring(weight)).matches();
                }
            }
        }
        return false;
    }
}
