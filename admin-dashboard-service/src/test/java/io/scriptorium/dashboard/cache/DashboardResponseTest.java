package io.scriptorium.dashboard.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DashboardResponseTest {
    private static final byte[] JSON = "{}".getBytes(StandardCharsets.UTF_8);
    private static final byte[] GZIP = {31, -117, 1};
    private static final Body BODY = new Body(JSON, GZIP, "tag", Instant.parse("2026-03-01T06:00:00Z"));
    private static final DashboardAnswer HIT =
            new DashboardAnswer(BODY, CacheStatus.hit(Duration.ofMillis(287_900)), 0, 0, 400_000);

    @Test
    void sendsThePlainBodyToWhoAsksForNoOther() {
        Response response = DashboardResponse.of(HIT, null, null);

        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getEntity()).isEqualTo(Buffer.buffer(JSON));
        assertThat(response.getHeaderString("Content-Type")).isEqualTo("application/json");
        assertThat(response.getHeaderString("Content-Encoding")).isNull();
        assertThat(response.getHeaderString("ETag")).isEqualTo("\"tag\"");
        assertThat(response.getHeaderString("Vary")).isEqualTo("Accept-Encoding");
        assertThat(response.getHeaderString("Cache-Control")).isEqualTo("private, no-cache");
        assertThat(response.getHeaderString("As-Of")).isEqualTo("2026-03-01T06:00:00Z");
        assertThat(response.getHeaderString("Cache-Status")).isEqualTo("dashboard; hit; ttl=287");
        assertThat(response.getHeaderString("Server-Timing")).isEqualTo("db;dur=0.00;desc=\"0\", cache;dur=0.40");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate, gzip;q=1.0, *;q=0.5", "br , GZIP; q=0.1", "*", "x-gzip", "*;q=0, gzip"})
    void sendsTheGzipToWhoTakesIt(String acceptEncoding) {
        Response response = DashboardResponse.of(HIT, acceptEncoding, null);

        assertThat(response.getEntity()).isEqualTo(Buffer.buffer(GZIP));
        assertThat(response.getHeaderString("Content-Encoding")).isEqualTo("gzip");
        assertThat(response.getHeaderString("ETag")).isEqualTo("\"tag-gzip\"");
        assertThat(response.getHeaderString("Vary")).isEqualTo("Accept-Encoding");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "identity", "br", "gzip;q=0", "gzip; q=0.000", "*;q=0", "gzip;q=0, *", "gzipped"})
    void sendsNoGzipToWhoDoesNot(String acceptEncoding) {
        Response response = DashboardResponse.of(HIT, acceptEncoding, null);

        assertThat(response.getEntity()).isEqualTo(Buffer.buffer(JSON));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"tag\"", "W/\"tag\"", "\"old\", \"tag\"", "*"})
    void sendsNothingToWhoHasItAlready(String ifNoneMatch) {
        Response response = DashboardResponse.of(HIT, null, ifNoneMatch);

        assertThat(response.getStatus()).isEqualTo(304);
        assertThat(response.getEntity()).isNull();
        assertThat(response.getHeaderString("ETag")).isEqualTo("\"tag\"");
        assertThat(response.getHeaderString("Vary")).isEqualTo("Accept-Encoding");
        assertThat(response.getHeaderString("Cache-Control")).isEqualTo("private, no-cache");
        assertThat(response.getHeaderString("Cache-Status")).isEqualTo("dashboard; hit; ttl=287");
    }

    @Test
    void knowsBothEncodingsAgainAndAnswersWithTheTagThatTheClientHas() {
        assertThat(DashboardResponse.of(HIT, "gzip", "\"tag-gzip\"").getHeaderString("ETag"))
                .isEqualTo("\"tag-gzip\"");
        assertThat(DashboardResponse.of(HIT, "gzip", "\"tag\"").getHeaderString("ETag"))
                .isEqualTo("\"tag\"");
        assertThat(DashboardResponse.of(HIT, "gzip", "*").getHeaderString("ETag"))
                .isEqualTo("\"tag-gzip\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"old\"", "tag", "", "\"TAG\""})
    void sendsTheBodyToWhoHasAnother(String ifNoneMatch) {
        assertThat(DashboardResponse.of(HIT, null, ifNoneMatch).getStatus()).isEqualTo(200);
    }

    @Test
    void tellsHowManyStatementsItTook() {
        DashboardAnswer miss = new DashboardAnswer(BODY, CacheStatus.missAndStored(), 1_800_000, 1, 900_000);

        Response response = DashboardResponse.of(miss, null, null);

        assertThat(response.getHeaderString("Cache-Status")).isEqualTo("dashboard; fwd=miss; stored");
        assertThat(response.getHeaderString("Server-Timing")).isEqualTo("db;dur=1.80;desc=\"1\", cache;dur=0.90");
    }
}
