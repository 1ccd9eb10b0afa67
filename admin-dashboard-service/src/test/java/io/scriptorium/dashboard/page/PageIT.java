package io.scriptorium.dashboard.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.decoder.Decoder;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.scriptorium.dashboard.WithParts;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the page is made of, and how it is sent; as production builds it. */
@QuarkusTest
@WithParts
class PageIT {
    private static final int FIRST_LOAD_LIMIT = 120_000;
    private static final int FURTHER_LIMIT = 60_000;
    private static final Pattern ADDRESS =
            Pattern.compile("(?:https?:)?//[a-z0-9-]+(?:\\.[a-z0-9-]+)+[^\"'`\\s)]*", Pattern.CASE_INSENSITIVE);

    @TestHTTPResource("/")
    URI address;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private Bundle bundle;

    @BeforeEach
    void readsTheDocument() throws Exception {
        bundle = new Bundle(text(get("/")), path -> text(get(path)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/index.html", "/pages", "/pages/tips", "/pages/no-such-page"})
    void answersEveryAddressOfThePageWithTheSameDocumentAndAStrictPolicy(String path) throws Exception {
        HttpResponse<byte[]> document = get(path);
        assertThat(document.statusCode()).isEqualTo(200);
        assertThat(header(document, "Content-Type")).isEqualTo("text/html; charset=utf-8");
        assertThat(document.body()).isEqualTo(get("/").body());
        assertThat(text(document)).contains("<app-shell>").doesNotContain("<style", "style=", "onload=", "{#");
        assertThat(header(document, "Content-Security-Policy"))
                .startsWith("default-src 'none'; script-src 'self'; style-src 'self'; ")
                .contains("base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe-", "*", "data:", "http:", "https:");
        assertThat(header(document, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(document, "Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(header(document, "Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(header(document, "Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
        assertThat(header(document, "Permissions-Policy")).contains("geolocation=()");
        assertThat(header(document, "Cache-Control")).isEqualTo("no-cache");
        assertThat(header(document, "Vary")).isEqualToIgnoringCase("accept-encoding");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/pages/tips", "/pages/settings.json", "/pages/icon.svg"})
    void sendsWhatABrowserHasKeptOnlyIfItHasChanged(String path) throws Exception {
        for (String encoding : List.of("", "gzip", "gzip, deflate, br")) {
            String tag = header(get(path, encoding), "ETag");
            assertThat(tag).matches("\"[0-9a-f]{24}(-br|-gzip)?\"");
            for (String sent : List.of(tag, "W/" + tag, "\"older\", " + tag, "*")) {
                HttpResponse<byte[]> again = send(request(path, encoding).header("If-None-Match", sent));
                assertThat(again.statusCode()).as(sent).isEqualTo(304);
                assertThat(again.body()).isEmpty();
                assertThat(header(again, "ETag")).isEqualTo(tag);
                assertThat(header(again, "Cache-Control")).isEqualTo("no-cache");
            }
            assertThat(send(request(path, encoding).header("If-None-Match", "\"older\""))
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void packsWhatTheDocumentNamesAndLetsItBeKeptForEver() throws Exception {
        Set<String> assets = new TreeSet<>(bundle.scripts());
        bundle.named().stream().filter(path -> !path.equals("/pages/icon.svg")).forEach(assets::add);
        assertThat(assets)
                .anyMatch(path -> path.endsWith(".css"))
                .allMatch(path -> path.matches("/assets/[\\w-]+-[0-9A-Z]{8}\\.(js|css)"));
        for (String path : assets) {
            HttpResponse<byte[]> plain = get(path);
            HttpResponse<byte[]> gzip = get(path, "gzip");
            HttpResponse<byte[]> brotli = get(path, "gzip, deflate, br, zstd");
            for (HttpResponse<byte[]> each : List.of(plain, gzip, brotli)) {
                assertThat(each.statusCode()).as(path).isEqualTo(200);
                assertThat(header(each, "Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
                assertThat(header(each, "Content-Type"))
                        .isEqualTo(
                                path.endsWith(".css") ? "text/css; charset=utf-8" : "text/javascript; charset=utf-8");
                assertThat(header(each, "X-Content-Type-Options")).isEqualTo("nosniff");
                assertThat(header(each, "Content-Length")).isEqualTo(Integer.toString(each.body().length));
            }
            assertThat(header(plain, "Content-Encoding")).isEmpty();
            if (plain.body().length > 1_000) {
                assertThat(header(gzip, "Content-Encoding")).as(path).isEqualTo("gzip");
                assertThat(header(brotli, "Content-Encoding")).as(path).isEqualTo("br");
                assertThat(brotli.body().length).isLessThan(gzip.body().length);
                assertThat(List.of(header(plain, "ETag"), header(gzip, "ETag"), header(brotli, "ETag")))
                        .doesNotHaveDuplicates();
            }
            assertThat(unpacked(gzip)).isEqualTo(plain.body());
            assertThat(unpacked(brotli)).isEqualTo(plain.body());
        }
    }

    @Test
    void loadsNoMoreThanAPhoneTakesAtOnce() throws Exception {
        TreeMap<String, Integer> sizes = new TreeMap<>();
        sizes.put("first load", size(bundle.firstLoad()));
        for (String lazy : bundle.lazy()) {
            sizes.put(lazy.replaceAll(".*/|-\\w{8}\\.js", ""), size(bundle.broughtBy(lazy)));
        }
        System.out.println("Compressed script, in bytes: " + sizes);
        // A bundler that puts all into one file would pass by its size alone, for a while.
        assertThat(sizes).containsKeys("overview", "tips", "plot", "oidc");
        assertThat(bundle.firstLoad()).doesNotContainAnyElementsOf(bundle.lazy());
        assertThat(sizes.get("plot")).isGreaterThan(10_000);
        assertThat(sizes.get("first load")).isBetween(5_000, FIRST_LOAD_LIMIT);
        sizes.remove("first load");
        assertThat(sizes).allSatisfy((name, size) -> assertThat(size).as(name).isBetween(1, FURTHER_LIMIT));
    }

    /** A namespace is a name, not a place. */
    @Test
    void namesNoOtherHostAndShowsNoSource() throws Exception {
        Set<String> files = new TreeSet<>(bundle.scripts());
        files.addAll(bundle.named());
        files.add("/");
        for (String path : files) {
            String content = text(get(path));
            assertThat(ADDRESS.matcher(content).results().map(MatchResult::group))
                    .as(path)
                    .allMatch(found -> found.startsWith("http://www.w3.org/"));
            assertThat(content).as(path).doesNotContain("sourceMappingURL");
        }
        for (String script : bundle.scripts()) {
            assertThat(get(script + ".map").statusCode()).as(script + ".map").isEqualTo(404);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/",
                "/assets",
                "/assets/app.js",
                "/assets/../application.properties",
                "/assets/%2e%2e/%2e%2e/application.properties",
                "/assets/..%2f..%2fapplication.properties",
                "/assets/../../../io/scriptorium/dashboard/page/Asset.class"
            })
    void findsNothingThatIsNoFileOfThePage(String path) throws Exception {
        HttpResponse<byte[]> answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(header(answer, "Cache-Control")).doesNotContain("immutable");
        assertThat(text(answer)).doesNotContain("quarkus.");
    }

    @Test
    void answersHeadAsGetWithoutTheBody() throws Exception {
        for (String path : List.of(
                "/",
                "/pages/tips",
                "/pages/settings.json",
                bundle.firstLoad().iterator().next())) {
            HttpResponse<byte[]> head = send(request(path, "gzip").method("HEAD", BodyPublishers.noBody()));
            HttpResponse<byte[]> get = get(path, "gzip");
            assertThat(head.statusCode()).as(path).isEqualTo(200);
            assertThat(head.body()).isEmpty();
            for (String name :
                    List.of("Content-Length", "Content-Type", "Content-Encoding", "ETag", "Content-Security-Policy")) {
                assertThat(header(head, name)).as(path + " " + name).isEqualTo(header(get, name));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/pages/tips", "/pages/settings.json"})
    void isOnlyRead(String path) throws Exception {
        for (String method : List.of("POST", "PUT", "DELETE")) {
            assertThat(send(request(path, "").method(method, BodyPublishers.ofString("{}")))
                            .statusCode())
                    .as(method)
                    .isIn(404, 405);
        }
    }

    @Test
    void saysHowToSignInAndNothingElse() throws Exception {
        HttpResponse<byte[]> settings = get("/pages/settings.json");
        assertThat(header(settings, "Content-Type")).isEqualTo("application/json");
        assertThat(header(settings, "Cache-Control")).isEqualTo("no-cache");
        assertThat(text(settings)).isEqualTo("{\"sign_in\":{\"kind\":\"none\"}}");
    }

    private int size(Set<String> scripts) throws IOException {
        int size = 0;
        for (String script : scripts) {
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
                gzip.write(get(script).body());
            }
            size += packed.size();
        }
        return size;
    }

    private static byte[] unpacked(HttpResponse<byte[]> answer) throws IOException {
        switch (header(answer, "Content-Encoding")) {
            case "gzip":
                return new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes();
            case "br":
                Brotli4jLoader.ensureAvailability();
                return Decoder.decompress(answer.body()).getDecompressedData();
            default:
                return answer.body();
        }
    }

    private HttpResponse<byte[]> get(String path) {
        return get(path, "");
    }

    private HttpResponse<byte[]> get(String path, String encoding) {
        return send(request(path, encoding));
    }

    /** As it stands: a client that tidies addresses up would not get far enough to be refused. */
    private HttpRequest.Builder request(String path, String encoding) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address.toString().replaceAll("/$", "") + path));
        return encoding.isEmpty() ? request : request.header("Accept-Encoding", encoding);
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String header(HttpResponse<byte[]> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}
