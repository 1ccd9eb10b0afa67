package io.scriptorium.dashboard.page;

import io.quarkus.runtime.LaunchMode;
import io.scriptorium.dashboard.platform.EntityTags;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Serves the live page: its document at {@code /} and below {@code /pages} (which page that is, the document finds out
 * by its address), its hashed files below {@code /assets}, and what it has to know about signing in. All of it is
 * public; every number that it shows it asks for with a token.
 */
@Singleton
class PageRoutes {
    /** Before the library's own routes, which neither pack nor say how long a file is good. */
    private static final int FIRST = -1_000;

    private static final String DOCUMENT = "/index.html";
    private static final String REVALIDATE = "no-cache";
    /** The name changes with the content. */
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    private final Map<String, Asset> packed = new ConcurrentHashMap<>();
    private final String contentSecurityPolicy;
    private final Asset settings;

    PageRoutes(PageConfig config) {
        this.contentSecurityPolicy = contentSecurityPolicy(config);
        this.settings = settings(config);
    }

    void install(@Observes Router router) {
        read(router, "/pages/settings.json").handler(context -> send(context, settings, REVALIDATE));
        read(router, "/pages/icon.svg").blockingHandler(context -> file(context, REVALIDATE), false);
        read(router, "/assets/*").blockingHandler(context -> file(context, FOR_EVER), false);
        read(router, "/").blockingHandler(this::document, false);
        // Else the library would serve it by its name too, and without a policy.
        read(router, DOCUMENT).blockingHandler(this::document, false);
        read(router, "/pages/*").order(FIRST + 1).blockingHandler(this::document, false);
    }

    private static Route read(Router router, String path) {
        return router.route(path).method(HttpMethod.GET).method(HttpMethod.HEAD).order(FIRST);
    }

    private void document(RoutingContext context) {
        send(
                context,
                asset(DOCUMENT).orElseThrow(() -> new IllegalStateException("the page was not built")),
                REVALIDATE);
    }

    private void file(RoutingContext context, String cacheControl) {
        Optional<Asset> asset = asset(context.normalizedPath());
        if (asset.isPresent()) {
            send(context, asset.get(), cacheControl);
        } else {
            secured(context.response())
                    .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                    .setStatusCode(404)
                    .end();
        }
    }

    /** Only what exists is kept, so this grows no larger than the page. In development the next build may change it. */
    private Optional<Asset> asset(String path) {
        if (LaunchMode.current() == LaunchMode.DEVELOPMENT) {
            return Asset.load(path);
        }
        return Optional.ofNullable(
                packed.computeIfAbsent(path, unknown -> Asset.load(unknown).orElse(null)));
    }

    private void send(RoutingContext context, Asset asset, String cacheControl) {
        HttpServerRequest request = context.request();
        String accepted = Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT_ENCODING))
                .orElse("")
                .toLowerCase(Locale.ROOT);
        boolean brotli = asset.brotli() != null && accepts(accepted, "br");
        boolean gzip = !brotli && asset.gzip() != null && accepts(accepted, "gzip");
        String tag = '"' + asset.tag() + (brotli ? "-br" : gzip ? "-gzip" : "") + '"';
        HttpServerResponse response = secured(context.response())
                .putHeader(HttpHeaders.CACHE_CONTROL, cacheControl)
                .putHeader(HttpHeaders.ETAG, tag)
                .putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        if (EntityTags.matches(request.getHeader(HttpHeaders.IF_NONE_MATCH), tag)) {
            response.setStatusCode(304).end();
            return;
        }
        Buffer content = brotli ? asset.brotli() : gzip ? asset.gzip() : asset.plain();
        response.putHeader(HttpHeaders.CONTENT_TYPE, asset.mediaType())
                .putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(content.length()));
        if (brotli || gzip) {
            response.putHeader(HttpHeaders.CONTENT_ENCODING, brotli ? "br" : "gzip");
        }
        if (request.method().equals(HttpMethod.HEAD)) {
            response.end();
        } else {
            response.end(content);
        }
    }

    private HttpServerResponse secured(HttpServerResponse response) {
        return response.putHeader("Content-Security-Policy", contentSecurityPolicy)
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "no-referrer")
                .putHeader("Cross-Origin-Opener-Policy", "same-origin")
                .putHeader("Cross-Origin-Resource-Policy", "same-origin")
                .putHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
    }

    /** A browser names what it takes, without weights; whoever says more gets it plain. */
    private static boolean accepts(String accepted, String coding) {
        return (", " + accepted.replaceAll("\\s*,\\s*", ", ") + ",").contains(", " + coding + ",");
    }

    /** Nothing from elsewhere, nothing inline; only the provider may be asked besides. */
    private static String contentSecurityPolicy(PageConfig config) {
        String provider = config.oidc()
                .filter(oidc -> config.signIn() == PageConfig.SignIn.OIDC)
                .map(oidc -> " " + origin(oidc.authority()))
                .orElse("");
        return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'" + provider
                + "; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    }

    private static String origin(URI address) {
        return address.getScheme() + "://" + address.getAuthority();
    }

    private static Asset settings(PageConfig config) {
        JsonObject signIn = new JsonObject()
                .put("kind", config.signIn().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        if (config.signIn() == PageConfig.SignIn.OIDC) {
            PageConfig.Oidc oidc = config.oidc()
                    .orElseThrow(() -> new IllegalStateException(
                            "dashboard.page.sign-in=oidc needs dashboard.page.oidc.authority and .client-id"));
            signIn.put("authority", oidc.authority().toString().replaceAll("/+$", ""))
                    .put("client_id", oidc.clientId())
                    .put("scope", oidc.scope().orElse("openid"));
        }
        byte[] content = new JsonObject().put("sign_in", signIn).encode().getBytes(StandardCharsets.UTF_8);
        return Asset.of(content, "application/json");
    }
}
