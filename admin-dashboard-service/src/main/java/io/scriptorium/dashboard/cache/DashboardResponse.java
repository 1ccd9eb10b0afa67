package io.scriptorium.dashboard.cache;

import io.vertx.core.buffer.Buffer;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes an answer as HTTP has it. */
final class DashboardResponse {
    private static final double NANOS_PER_MILLI = 1e6;

    private DashboardResponse() {}

    static Response of(DashboardAnswer answer, String acceptEncoding, String ifNoneMatch) {
        return of(answer, MediaType.APPLICATION_JSON_TYPE, acceptEncoding, ifNoneMatch);
    }

    /** @param acceptEncoding the header as sent, or null; so too {@code ifNoneMatch} */
    static Response of(DashboardAnswer answer, MediaType type, String acceptEncoding, String ifNoneMatch) {
        // The two encodings are two representations, so a strong tag must tell them apart (RFC 9110, 8.8.3.3).
        String plainTag = '"' + answer.body().tag() + '"';
        String gzipTag = '"' + answer.body().tag() + "-gzip\"";
        boolean gzip = takesGzip(acceptEncoding);
        String sentTag = gzip ? gzipTag : plainTag;

        Optional<String> known = firstMatch(ifNoneMatch, sentTag, gzip ? plainTag : gzipTag);
        Response.ResponseBuilder response = known.isPresent() ? Response.notModified() : ok(answer.body(), type, gzip);
        return response.header(HttpHeaders.ETAG, known.orElse(sentTag))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
                .header("As-Of", answer.body().asOf().toString())
                .header("Cache-Status", answer.status().header())
                .header("Server-Timing", timing(answer))
                .build();
    }

    // A Buffer, since Jackson would write a byte array as Base64.
    private static Response.ResponseBuilder ok(Body body, MediaType type, boolean gzip) {
        return gzip
                ? Response.ok(Buffer.buffer(body.gzip()), type).header(HttpHeaders.CONTENT_ENCODING, "gzip")
                : Response.ok(Buffer.buffer(body.json()), type);
    }

    private static String timing(DashboardAnswer answer) {
        return String.format(
                Locale.ROOT,
                "db;dur=%.2f;desc=\"%d\", cache;dur=%.2f",
                answer.databaseNanos() / NANOS_PER_MILLI,
                answer.statements(),
                answer.cacheNanos() / NANOS_PER_MILLI);
    }

    /** Compared weakly, as If-None-Match is: proxies that compress mark a tag as weak. */
    private static Optional<String> firstMatch(String ifNoneMatch, String... tags) {
        List<String> sent = parts(ifNoneMatch)
                .map(tag -> tag.startsWith("W/") ? tag.substring(2) : tag)
                .toList();
        return Arrays.stream(tags)
                .filter(tag -> sent.contains("*") || sent.contains(tag))
                .findFirst();
    }

    /** By its own name if that is there, else by the star; a weight of nought means never. */
    private static boolean takesGzip(String acceptEncoding) {
        List<String> codings = parts(acceptEncoding)
                .map(coding -> coding.toLowerCase(Locale.ROOT).replaceAll("\\s", ""))
                .toList();
        return Stream.of("gzip", "x-gzip", "*")
                .flatMap(name -> codings.stream().filter(coding -> coding.split(";", 2)[0].equals(name)))
                .findFirst()
                .map(coding -> !coding.matches("[^;]*;q=0(\\.0*)?"))
                .orElse(false);
    }

    private static Stream<String> parts(String header) {
        return header == null
                ? Stream.empty()
                : Arrays.stream(header.split(",")).map(String::strip);
    }
}
