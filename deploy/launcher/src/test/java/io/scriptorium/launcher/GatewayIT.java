package io.scriptorium.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.scriptorium.local.Ports;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GatewayIT {
    private static final ServiceDefinition WRITERS =
            ServiceDefinition.named("writer-service").orElseThrow();
    private static final ServiceDefinition DASHBOARDS =
            ServiceDefinition.named("admin-dashboard-service").orElseThrow();
    private static final ServiceDefinition PAYMENTS =
            ServiceDefinition.named("payments-service").orElseThrow();
    private static final String FIRST_EVENT = "event:reset\n\n";
    /** An empty text, as Brotli has it: no client here understands it, and it must come through all the same. */
    private static final byte[] BROTLI = {0x3b};

    private static final Map<String, String> DOCUMENT_HEADERS = Map.of(
            "Content-Type", "text/html; charset=utf-8",
            "Content-Encoding", "br",
            "Content-Security-Policy", "default-src 'self'; frame-ancestors 'none'",
            "ETag", "\"0f3a-br\"",
            "Vary", "Accept-Encoding",
            "Cache-Control", "public, max-age=31536000, immutable");

    private static final String KEYS = "{\"keys\":[]}";

    @TempDir
    Path keys;

    private final HttpClient client = HttpClient.newHttpClient();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer writers;
    private HttpServer dashboards;
    private HttpServer payments;
    private Gateway gateway;

    @BeforeEach
    void start() throws IOException {
        writers = echo("writers");
        dashboards = echo("dashboards");
        payments = echo("payments");
        gateway =
                gateway(writers.getAddress().getPort(), dashboards.getAddress().getPort(), Duration.ofSeconds(30));
    }

    @AfterEach
    void stop() {
        gateway.close();
        writers.stop(0);
        dashboards.stop(0);
        payments.stop(0);
        threads.shutdownNow();
    }

    @Test
    void passesARequestWithItsQueryBodyAndHeadersToTheServiceOfItsPath() throws Exception {
        HttpResponse<String> response = send(request("/api/v1/accounts?role=writer&q=a%20b")
                .POST(BodyPublishers.ofString("{\"username\":\"ada\"}"))
                .header("Authorization", "Bearer secret"));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("X-Answered-By")).contains("writers");
        assertThat(response.body())
                .startsWith("POST /api/v1/accounts?role=writer&q=a%20b")
                .contains("authorization: Bearer secret")
                .endsWith("{\"username\":\"ada\"}");
        assertThat(get("/api/v1/admin/dashboards/users").headers().firstValue("X-Answered-By"))
                .contains("dashboards");
    }

    @Test
    void keepsTheClientsHostAndReplacesWhatItClaimsToForward() throws Exception {
        HttpResponse<String> response = send(request("/api/v1/websites")
                .header("X-Forwarded-For", "203.0.113.9")
                .header("X-Forwarded-Host", "elsewhere.example"));

        assertThat(response.body())
                .contains("host: localhost:" + gateway.port())
                .contains("x-forwarded-host: localhost:" + gateway.port())
                .contains("x-forwarded-for: 127.0.0.1")
                .contains("x-forwarded-proto: http")
                .doesNotContain("elsewhere.example", "203.0.113.9");
    }

    @Test
    void sendsABodyOfUnknownLengthWhole() throws Exception {
        String body = "x".repeat(Gateway.BODY_LIMIT);

        HttpResponse<String> response = send(request("/api/v1/websites")
                .POST(BodyPublishers.fromPublisher(BodyPublishers.ofByteArrays(List.of(body.getBytes())))));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).endsWith("\n" + body);
    }

    @Test
    void givesEachRequestAnIdUnlessItHasADecentOne() throws Exception {
        assertThat(send(request("/api/v1/websites").header("X-Request-Id", "mine-1"))
                        .body())
                .contains("x-request-id: mine-1");
        assertThat(send(request("/api/v1/websites").header("X-Request-Id", "not decent"))
                        .body())
                .containsPattern("x-request-id: [0-9a-f-]{36}");

        HttpResponse<String> own = send(request("/nowhere").header("X-Request-Id", "mine-2"));

        assertThat(own.headers().allValues("X-Request-Id")).containsExactly("mine-2");
        assertThat(get("/api/v1/websites").headers().allValues("X-Request-Id")).hasSize(1);
    }

    @Test
    void answersAProblemForWhatIsNotRouted() throws Exception {
        HttpResponse<String> response = get("/api/v1/accountsandmore");

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        JsonNode problem = json(response);
        assertThat(problem.path("type").asText()).isEqualTo("about:blank");
        assertThat(problem.path("title").asText()).isEqualTo("Not Found");
        assertThat(problem.path("status").asInt()).isEqualTo(404);
        assertThat(problem.path("detail").asText()).contains("/docs");
        assertThat(problem.path("instance").asText()).isEqualTo("/api/v1/accountsandmore");
        assertThat(problem.path("request_id").asText())
                .isEqualTo(response.headers().firstValue("X-Request-Id").orElseThrow());
    }

    @Test
    void doesNotReachTheServicesOwnPages() throws Exception {
        for (String path : List.of(
                "/q/health",
                "/api/v1/websites/../../../q/health",
                "/api/v1/websites/%2e%2e/%2E%2E/%2e%2e/q/health",
                "/api/v1/websites/..%2f..%2f..%2fq/health",
                "//q/health",
                "/q",
                "/assets/../q",
                "/assets/%2e%2e/q",
                "/pages/..%2fq",
                "/pagesx",
                "/assetsx/main.js")) {
            assertThat(raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                    .as(path)
                    .startsWith("HTTP/1.1 404 ");
        }
    }

    @Test
    void says503WithRetryAfterWhenAServiceIsDown() throws Exception {
        writers.stop(0);

        HttpResponse<String> response = get("/api/v1/websites");

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("Retry-After")).contains("1");
        assertThat(json(response).path("detail").asText()).contains("writer-service");
        assertThat(get("/api/v1/admin/dashboards/users").statusCode()).isEqualTo(200);
    }

    @Test
    void says502WhenAServiceBreaksOff() throws Exception {
        try (ServerSocket broken = silentService(true);
                Gateway other = gateway(broken.getLocalPort(), 1, Duration.ofSeconds(30))) {
            HttpResponse<String> response = send(request(other, "/api/v1/websites"));

            assertThat(response.statusCode()).isEqualTo(502);
            assertThat(json(response).path("detail").asText()).contains("may or may not");
        }
    }

    @Test
    void says504WhenAServiceStaysSilent() throws Exception {
        try (ServerSocket silent = silentService(false);
                Gateway other = gateway(silent.getLocalPort(), 1, Duration.ofMillis(300))) {
            HttpResponse<String> response = send(request(other, "/api/v1/websites"));

            assertThat(response.statusCode()).isEqualTo(504);
            assertThat(json(response).path("title").asText()).isEqualTo("Gateway Timeout");
        }
    }

    @Test
    void refusesABodyThatIsTooLargeWhetherItSaysSoOrNot() throws Exception {
        byte[] body = new byte[Gateway.BODY_LIMIT + 1];

        HttpResponse<String> declared = send(request("/api/v1/websites").POST(BodyPublishers.ofByteArray(body)));
        HttpResponse<String> chunked = send(request("/api/v1/websites")
                .POST(BodyPublishers.fromPublisher(BodyPublishers.ofByteArrays(List.of(body)))));

        assertThat(declared.statusCode()).isEqualTo(413);
        assertThat(chunked.statusCode()).isEqualTo(413);
        assertThat(json(chunked).path("detail").asText()).contains("1 MiB");
        assertThat(get("/api/v1/websites").statusCode()).isEqualTo(200);
    }

    @Test
    void refusesAnAddressThatIsTooLong() throws Exception {
        HttpResponse<String> response = get("/api/v1/websites?q=" + "x".repeat(9_000));

        assertThat(response.statusCode()).isEqualTo(414);
        assertThat(json(response).path("status").asInt()).isEqualTo(414);
    }

    @Test
    void servesTheKeysTheDescriptionsAndTheirReader() throws Exception {
        assertThat(get("/.well-known/jwks.json").body()).isEqualTo(KEYS);
        assertThat(get("/openapi/writer-service.json").body()).startsWith("GET /q/openapi?format=json");
        assertThat(get("/docs").body()).contains("/docs/start.js");
        assertThat(get("/docs/start.js").body()).contains("\"/openapi/admin-dashboard-service.json\"");
        assertThat(get("/docs/swagger-ui-bundle.js").statusCode()).isEqualTo(200);
        assertThat(get("/docs/swagger-ui.css").headers().firstValue("Content-Type"))
                .contains("text/css; charset=utf-8");
    }

    @Test
    void servesTheDocumentsOfThePageForReadingAlone() throws Exception {
        for (String path : List.of("/", "/?range=30", "/pages/tips?compare=true", "/assets/main-0f3a.js")) {
            HttpResponse<String> response = get(path);
            assertThat(response.headers().firstValue("X-Answered-By")).contains("dashboards");
            assertThat(response.body()).startsWith("GET " + path + "\n");
            assertThat(send(request(path).method("HEAD", BodyPublishers.noBody()))
                            .statusCode())
                    .isEqualTo(200);
        }
        for (String path : List.of("/", "/pages/tips", "/assets/main-0f3a.js")) {
            for (String method : List.of("POST", "PUT", "DELETE", "OPTIONS")) {
                HttpResponse<String> refused = send(request(path).method(method, BodyPublishers.noBody()));
                assertThat(refused.statusCode()).isEqualTo(405);
                assertThat(refused.headers().firstValue("Allow")).contains("GET, HEAD");
                assertThat(refused.headers().firstValue("X-Answered-By")).isEmpty();
            }
        }
    }

    @Test
    void passesADocumentOnAsItIs() throws Exception {
        HttpResponse<byte[]> whole = client.send(request("/pages/precompressed").build(), BodyHandlers.ofByteArray());

        assertThat(whole.statusCode()).isEqualTo(200);
        assertThat(whole.body()).isEqualTo(BROTLI);
        DOCUMENT_HEADERS.forEach(
                (name, value) -> assertThat(whole.headers().allValues(name)).containsExactly(value));

        HttpResponse<byte[]> head = client.send(
                request("/pages/precompressed")
                        .method("HEAD", BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofByteArray());
        assertThat(head.headers().allValues("Content-Length")).containsExactly(Integer.toString(BROTLI.length));
        DOCUMENT_HEADERS.forEach(
                (name, value) -> assertThat(head.headers().allValues(name)).containsExactly(value));

        HttpResponse<byte[]> unchanged = client.send(
                request("/pages/precompressed")
                        .header("If-None-Match", DOCUMENT_HEADERS.get("ETag"))
                        .build(),
                BodyHandlers.ofByteArray());
        assertThat(unchanged.statusCode()).isEqualTo(304);
        assertThat(unchanged.body()).isEmpty();
        DOCUMENT_HEADERS.forEach(
                (name, value) -> assertThat(unchanged.headers().allValues(name)).containsExactly(value));
    }

    @Test
    void givesATokenForACodeOnce() throws Exception {
        String body = "{\"code\":\"" + code() + "\"}";

        HttpResponse<String> granted = send(signIn(body).header("Origin", "https://elsewhere.example"));

        assertThat(granted.statusCode()).isEqualTo(200);
        assertThat(granted.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(granted.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(granted.headers().map().keySet()).noneMatch(name -> name.startsWith("access-control-"));
        assertThat(json(granted).path("access_token").asText()).matches("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+){2}");
        assertThat(json(granted).path("token_type").asText()).isEqualTo("Bearer");
        assertThat(json(granted).path("expires_in").asInt()).isEqualTo(43_200);

        assertRefused(send(signIn(body)), 401, "deploy/suite open");
    }

    @Test
    void givesOneTokenToManyWhoSendTheSameCodeAtOnce() throws Exception {
        String body = "{\"code\":\"" + code() + "\"}";

        List<CompletableFuture<HttpResponse<String>>> answers = Stream.generate(
                        () -> client.sendAsync(signIn(body).build(), BodyHandlers.ofString()))
                .limit(20)
                .toList();

        assertThat(answers.stream().map(CompletableFuture::join).map(HttpResponse::statusCode))
                .hasSize(20)
                .containsOnlyOnce(200)
                .containsOnly(200, 401);
    }

    @Test
    void saysWhatToDoWhenACodeIsNoGood() throws Exception {
        for (String code : List.of("", "x", "a.b.c", "x".repeat(5_000))) {
            HttpResponse<String> response = send(signIn("{\"code\":\"" + code + "\"}"));
            assertRefused(response, 401, "deploy/suite open prints another");
            assertThat(response.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        }
    }

    @Test
    void takesACodeAsJsonOfABoundedLengthByPostAlone() throws Exception {
        for (String body :
                List.of("", "{", "[]", "null", "\"x\"", "{}", "{\"code\":1}", "{\"code\":null}", "{\"code\":\"x\"}{")) {
            assertRefused(send(signIn(body)), 400, "{\"code\": \"…\"}");
        }
        String good = "{\"code\":\"" + code() + "\"}";
        for (String type : List.of("text/plain", "application/x-www-form-urlencoded", "application/jsonx")) {
            assertRefused(
                    send(request("/sign-in").header("Content-Type", type).POST(BodyPublishers.ofString(good))),
                    415,
                    "application/json");
        }
        assertRefused(send(request("/sign-in").POST(BodyPublishers.ofString(good))), 415, "application/json");
        assertRefused(send(signIn("{\"code\":\"" + "x".repeat(9_000) + "\"}")), 413, "8 KiB");
        for (String method : List.of("GET", "HEAD", "PUT", "DELETE", "OPTIONS")) {
            HttpResponse<String> response = send(signIn("")
                    .method(method, BodyPublishers.noBody())
                    .header("Origin", "https://elsewhere.example")
                    .header("Access-Control-Request-Method", "POST"));
            assertThat(response.statusCode()).isEqualTo(405);
            assertThat(response.headers().firstValue("Allow")).contains("POST");
            assertThat(response.headers().map().keySet()).noneMatch(name -> name.startsWith("access-control-"));
        }
        assertThat(send(request("/sign-in/x")
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(good)))
                        .statusCode())
                .isEqualTo(404);
        // None of that has spent it.
        assertThat(send(request("/sign-in")
                                .header("Content-Type", "Application/JSON; charset=utf-8")
                                .POST(BodyPublishers.ofString(good)))
                        .statusCode())
                .isEqualTo(200);
    }

    private String code() {
        return OneTimeCodes.addressFor(TokenRequest.of("superadmin", null, null, "10m"), keys, 8080)
                .split("=")[1];
    }

    private HttpRequest.Builder signIn(String body) {
        return request("/sign-in").header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
    }

    private static void assertRefused(HttpResponse<String> response, int status, String says) throws IOException {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(json(response).path("detail").asText()).contains(says);
    }

    @Test
    void passesAProvidersWebhookOnWithoutAToken() throws Exception {
        HttpResponse<String> response = send(request("/api/v1/payments/webhooks/simulated")
                .header("Content-Type", "application/json")
                .header("webhook-id", "msg_1")
                .header("webhook-timestamp", "1795000000")
                .header("webhook-signature", "v1,c2lnbmVk")
                .POST(BodyPublishers.ofString("{\"type\":\"charge.succeeded\"}")));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("X-Answered-By")).contains("payments");
        assertThat(response.body())
                .startsWith("POST /api/v1/payments/webhooks/simulated\n")
                .contains("webhook-id: msg_1", "webhook-timestamp: 1795000000", "webhook-signature: v1,c2lnbmVk")
                .doesNotContain("authorization:")
                // To the letter, or the signature would not fit any more.
                .endsWith("\n{\"type\":\"charge.succeeded\"}");
    }

    @Test
    void listensOnThisMachineOnly() throws Exception {
        assertThat(Ports.answers(gateway.port())).isTrue();
        InetAddress other = InetAddress.getByName("127.0.0.2");
        try (ServerSocket free = new ServerSocket()) {
            // It binds only if the gateway did not take every address.
            free.bind(new InetSocketAddress(other, gateway.port()));
            assertThat(free.isBound()).isTrue();
        }
    }

    private Gateway gateway(int writersPort, int dashboardsPort, Duration timeout) {
        return Gateway.start(
                new Gateway.Settings(
                        0,
                        Map.of(
                                WRITERS, new Gateway.Upstream(writersPort, writersPort),
                                DASHBOARDS, new Gateway.Upstream(dashboardsPort, dashboardsPort),
                                PAYMENTS,
                                        new Gateway.Upstream(
                                                payments.getAddress().getPort(),
                                                payments.getAddress().getPort())),
                        timeout),
                KEYS,
                new OneTimeCodes(keys, Instant.now().minus(Duration.ofMinutes(1)), Clock.systemUTC()));
    }

    private HttpServer echo(String name) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/api/v1/admin/dashboards/stream", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(FIRST_EVENT.getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            // Never closed: it ends with the connection.
        });
        server.createContext("/pages/precompressed", GatewayIT::answerDocument);
        server.createContext("/", exchange -> {
            StringBuilder said = new StringBuilder(exchange.getRequestMethod() + " " + exchange.getRequestURI() + "\n");
            exchange.getRequestHeaders()
                    .forEach((header, values) -> said.append(header.toLowerCase(Locale.ROOT))
                            .append(": ")
                            .append(String.join(", ", values))
                            .append('\n'));
            byte[] head = said.toString().getBytes(StandardCharsets.UTF_8);
            byte[] body = exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().add("X-Answered-By", name);
            if (exchange.getRequestMethod().equals("HEAD")) {
                exchange.sendResponseHeaders(200, -1);
                return;
            }
            exchange.sendResponseHeaders(200, head.length + body.length);
            try (OutputStream response = exchange.getResponseBody()) {
                response.write(head);
                response.write(body);
            }
        });
        server.start();
        return server;
    }

    private static void answerDocument(HttpExchange exchange) throws IOException {
        DOCUMENT_HEADERS.forEach((name, value) -> exchange.getResponseHeaders().add(name, value));
        if (DOCUMENT_HEADERS.get("ETag").equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            exchange.sendResponseHeaders(304, -1);
        } else if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().add("Content-Length", Integer.toString(BROTLI.length));
            exchange.sendResponseHeaders(200, -1);
        } else {
            exchange.sendResponseHeaders(200, BROTLI.length);
            exchange.getResponseBody().write(BROTLI);
        }
        exchange.close();
    }

    @Test
    void passesEventsOnAtOnceAndLetsOpenStreamsTakeNoRequestsPlace() throws Exception {
        List<InputStream> open = new ArrayList<>();
        for (int stream = 0; stream < 100; stream++) {
            InputStream events = client.send(
                            request("/api/v1/admin/dashboards/stream")
                                    .header("Accept", "text/event-stream")
                                    .build(),
                            BodyHandlers.ofInputStream())
                    .body();
            assertThat(events.readNBytes(FIRST_EVENT.length())).asString().isEqualTo(FIRST_EVENT);
            open.add(events);
        }
        assertThat(get("/api/v1/admin/dashboards/users").statusCode()).isEqualTo(200);
        for (InputStream events : open) {
            events.close();
        }
    }

    /** Takes a connection and says nothing; or hangs up once it has heard something. */
    private ServerSocket silentService(boolean hangsUp) throws IOException {
        ServerSocket service = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.execute(() -> {
            try (Socket connection = service.accept()) {
                connection.getInputStream().read();
                if (!hangsUp) {
                    connection.getInputStream().transferTo(OutputStream.nullOutputStream());
                }
            } catch (IOException closedByTheTest) {
                assertThat(service.isClosed()).isTrue();
            }
        });
        return service;
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(request(path));
    }

    private HttpRequest.Builder request(String path) {
        return request(gateway, path);
    }

    private static HttpRequest.Builder request(Gateway to, String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + to.port() + path))
                .version(HttpClient.Version.HTTP_1_1)
                .timeout(Duration.ofSeconds(30));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), gateway.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static JsonNode json(HttpResponse<String> response) throws IOException {
        return new ObjectMapper().readTree(response.body());
    }
}
