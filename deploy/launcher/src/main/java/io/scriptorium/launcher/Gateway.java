package io.scriptorium.launcher;

import io.scriptorium.local.PartFailure;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.net.ConnectException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The one address of the suite, on 127.0.0.1: passes {@code /api/v1/…} on to the services, and the live page's
 * documents and assets to the one that has them; signs people in to it; serves the API descriptions and the issuer's keys. What is not routed is not there: the services' own pages and their management
 * ports cannot be reached through it.
 */
final class Gateway implements AutoCloseable {
    /**
     * @param port 0 for any free one
     * @param upstreams where each service is
     * @param upstreamTimeout how long a service may be silent
     */
    record Settings(int port, Map<ServiceDefinition, Upstream> upstreams, Duration upstreamTimeout) {
        static final Duration UPSTREAM_TIMEOUT = Duration.ofSeconds(30);
    }

    /** The ports of a service; Quarkus puts the API's description on the one for management. */
    record Upstream(int port, int managementPort) {}

    static final int BODY_LIMIT = 1 << 20;

    private static final int CONNECTIONS_PER_SERVICE = 64;
    private static final int WAITING_PER_SERVICE = 1024;
    /** Apart from the others: a page holds its stream open all day, and must not take a request's place. */
    private static final int STREAMS_PER_SERVICE = 1024;

    private static final int URI_LIMIT = 8 << 10;
    private static final int HEADER_LIMIT = 16 << 10;
    private static final int CONNECT_MILLIS = 2_000;
    private static final int IDLE_SECONDS = 75;
    /** Shorter than the services' own, so that the gateway is the one that closes. */
    private static final int KEEP_ALIVE_SECONDS = 60;

    private static final long START_SECONDS = 20;

    private final Settings settings;
    private final Routes routes;
    private final DocsPages docs;
    private final SignIn signIn;
    private final Buffer jwks;
    private final Vertx vertx;
    private final HttpClient client;
    private final HttpClient streams;
    private final HttpServer server;

    private Gateway(Settings settings, String jwks, OneTimeCodes codes) {
        List<ServiceDefinition> services = ServiceDefinition.ALL.stream()
                .filter(settings.upstreams()::containsKey)
                .toList();
        this.settings = settings;
        this.routes = new Routes(services);
        this.docs = new DocsPages(services);
        this.jwks = Buffer.buffer(jwks);
        this.vertx = Vertx.vertx(new VertxOptions()
                .setFileSystemOptions(
                        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false)));
        this.signIn = new SignIn(codes, vertx);
        this.client = client(CONNECTIONS_PER_SERVICE);
        this.streams = client(STREAMS_PER_SERVICE);
        this.server = vertx.createHttpServer(new HttpServerOptions()
                        .setHost("127.0.0.1")
                        .setPort(settings.port())
                        .setIdleTimeout(IDLE_SECONDS)
                        .setMaxInitialLineLength(URI_LIMIT)
                        .setMaxHeaderSize(HEADER_LIMIT)
                        .setHttp2ClearTextEnabled(false))
                .requestHandler(this::answer)
                .invalidRequestHandler(Gateway::refuse);
    }

    private HttpClient client(int connectionsPerService) {
        return vertx.createHttpClient(
                new HttpClientOptions()
                        .setKeepAliveTimeout(KEEP_ALIVE_SECONDS)
                        .setConnectTimeout(CONNECT_MILLIS)
                        .setMaxHeaderSize(HEADER_LIMIT),
                new PoolOptions().setHttp1MaxSize(connectionsPerService).setMaxWaitQueueSize(WAITING_PER_SERVICE));
    }

    /** @param jwks the issuer's public keys, as JSON */
    static Gateway start(Settings settings, String jwks, OneTimeCodes codes) {
        Gateway gateway = new Gateway(settings, jwks, codes);
        try {
            await(gateway.server.listen());
            return gateway;
        } catch (PartFailure e) {
            gateway.close();
            throw new PartFailure(
                    "The gateway cannot listen on 127.0.0.1:" + settings.port() + ": " + e.getMessage(), e);
        }
    }

    int port() {
        return server.actualPort();
    }

    @Override
    public void close() {
        // First, so that no connection arrives when there is nobody left to take it.
        await(server.close());
        await(vertx.close());
    }

    private void answer(HttpServerRequest request) {
        GatewayAnswers.assignId(request);
        String path = Optional.ofNullable(request.path()).orElse("");
        boolean reads =
                request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD);
        Optional<ServiceDefinition> described = described(path);
        Optional<ServiceDefinition> routed = routes.serviceFor(path);
        Optional<ServiceDefinition> documents = routes.documentsFor(path);
        if (routed.isPresent()) {
            pass(request, routed.get(), upstream(routed.get()).port(), request.uri());
        } else if (reads && documents.isPresent()) {
            pass(request, documents.get(), upstream(documents.get()).port(), request.uri());
        } else if (documents.isPresent()) {
            GatewayAnswers.methodNotAllowed(request, HttpMethod.GET, HttpMethod.HEAD);
        } else if (path.equals(SignIn.PATH)) {
            signIn.answer(request);
        } else if (reads && path.equals("/.well-known/jwks.json")) {
            GatewayAnswers.page(request, "application/json", jwks);
        } else if (reads && described.isPresent()) {
            pass(request, described.get(), upstream(described.get()).managementPort(), "/q/openapi?format=json");
        } else if (reads && docs.at(path).isPresent()) {
            GatewayAnswers.page(
                    request,
                    docs.at(path).get().mediaType(),
                    docs.at(path).get().body());
        } else {
            GatewayAnswers.problem(request, 404, "There is nothing here. The APIs are described at /docs.");
        }
    }

    private Upstream upstream(ServiceDefinition service) {
        return settings.upstreams().get(service);
    }

    private Optional<ServiceDefinition> described(String path) {
        return settings.upstreams().keySet().stream()
                .filter(service -> path.equals("/openapi/" + service.name() + ".json"))
                .findFirst();
    }

    private void pass(HttpServerRequest request, ServiceDefinition service, int port, String uri) {
        LimitedBody.read(request, BODY_LIMIT)
                .compose(body -> send(request, port, uri, body))
                .compose(ProxyResponse::send)
                .onFailure(e -> explain(request, service, e));
    }

    private Future<ProxyResponse> send(HttpServerRequest request, int port, String uri, Buffer body) {
        ProxyRequest passed = ProxyRequest.reverseProxy(request)
                .setURI(uri)
                .setBody(body.length() == 0 ? null : Body.body(body))
                // The client's own Host, so that the links in an answer lead back here.
                .setAuthority(request.authority());
        // What a client claims about who it forwards for is worth nothing.
        passed.headers()
                .remove("Forwarded")
                .set("X-Forwarded-For", request.remoteAddress().hostAddress())
                .set("X-Forwarded-Proto", "http");
        if (request.authority() != null) {
            passed.headers().set("X-Forwarded-Host", request.authority().toString());
        }
        RequestOptions upstream = new RequestOptions()
                .setHost("127.0.0.1")
                .setPort(port)
                .setConnectTimeout(CONNECT_MILLIS)
                .setIdleTimeout(settings.upstreamTimeout().toMillis());
        return connection(asksForAStream(request) ? streams : client, upstream)
                .compose(passed::send)
                .map(response -> {
                    if (!response.headers().contains(GatewayAnswers.REQUEST_ID)) {
                        response.putHeader(GatewayAnswers.REQUEST_ID, request.getHeader(GatewayAnswers.REQUEST_ID));
                    }
                    return response;
                });
    }

    /** The client's own time-out also covers the wait for a free connection, of which it tells nothing else. */
    private static Future<HttpClientRequest> connection(HttpClient pool, RequestOptions upstream) {
        return pool.request(upstream)
                .recover(e -> Future.failedFuture(
                        e instanceof TimeoutException ? new ConnectionPoolTooBusyException(e.getMessage()) : e));
    }

    private static boolean asksForAStream(HttpServerRequest request) {
        String accept = request.getHeader("Accept");
        return accept != null && accept.contains("text/event-stream");
    }

    private void explain(HttpServerRequest request, ServiceDefinition service, Throwable cause) {
        if (cause instanceof LimitedBody.TooLarge) {
            GatewayAnswers.problem(request, 413, "The body is larger than 1 MiB.");
            LimitedBody.discardRest(request, vertx);
        } else if (cause instanceof ConnectException) {
            GatewayAnswers.problem(request, 503, service.name() + " does not answer just now; try again.");
        } else if (cause instanceof ConnectionPoolTooBusyException) {
            GatewayAnswers.problem(request, 503, service.name() + " has more requests waiting than it can serve.");
        } else if (cause instanceof TimeoutException || cause.getCause() instanceof TimeoutException) {
            GatewayAnswers.problem(request, 504, service.name() + " did not answer in time.");
        } else {
            GatewayAnswers.problem(
                    request,
                    502,
                    service.name() + " broke off before it answered; the request may or may not have had its effect.");
        }
    }

    /** Too long, or not HTTP at all. */
    private static void refuse(HttpServerRequest request) {
        GatewayAnswers.assignId(request);
        Throwable cause = request.decoderResult().cause();
        String what = String.valueOf(cause == null ? null : cause.getMessage());
        request.response().endHandler(sent -> request.connection().close());
        if (what.contains("larger than " + URI_LIMIT)) {
            GatewayAnswers.problem(request, 414, "The address is longer than 8 KiB.");
        } else if (what.contains("larger than " + HEADER_LIMIT)) {
            GatewayAnswers.problem(request, 431, "The headers are larger than 16 KiB.");
        } else {
            GatewayAnswers.problem(request, 400, "This is not a readable HTTP request.");
        }
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(START_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new PartFailure(String.valueOf(e.getCause().getMessage()), e);
        } catch (TimeoutException e) {
            throw new PartFailure("no answer within " + START_SECONDS + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailure("interrupted", e);
        }
    }
}
