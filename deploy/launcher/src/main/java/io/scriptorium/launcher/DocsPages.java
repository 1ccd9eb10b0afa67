package io.scriptorium.launcher;

import io.scriptorium.local.PartFailure;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/** The gateway's own pages: all services' API descriptions at {@code /docs}, to read and to try. */
final class DocsPages {
    /** A page, ready to be sent. */
    record Page(String mediaType, Buffer body) {}

    private static final Map<String, String> SWAGGER_FILES = Map.of(
            "swagger-ui.css", "text/css; charset=utf-8",
            "swagger-ui-bundle.js", "text/javascript; charset=utf-8",
            "swagger-ui-standalone-preset.js", "text/javascript; charset=utf-8",
            "favicon-32x32.png", "image/png");

    private final Map<String, Page> pages = new HashMap<>();

    DocsPages(List<ServiceDefinition> services) {
        String swagger = "/META-INF/resources/webjars/swagger-ui/" + swaggerVersion() + "/";
        SWAGGER_FILES.forEach(
                (file, mediaType) -> pages.put("/docs/" + file, new Page(mediaType, resource(swagger + file))));
        Page docs = new Page("text/html; charset=utf-8", resource("docs.html"));
        pages.put("/docs", docs);
        pages.put("/docs/", docs);
        pages.put(
                "/docs/start.js",
                new Page("text/javascript; charset=utf-8", filled("docs.js", descriptions(services))));
    }

    Optional<Page> at(String path) {
        return Optional.ofNullable(pages.get(path));
    }

    private static String descriptions(List<ServiceDefinition> services) {
        return services.stream()
                .map(service -> "{name: \"%1$s\", url: \"/openapi/%1$s.json\"}".formatted(service.name()))
                .collect(Collectors.joining(", "));
    }

    private static Buffer filled(String template, String services) {
        return Buffer.buffer(resource(template).toString(StandardCharsets.UTF_8).replace("@services@", services));
    }

    private static String swaggerVersion() {
        Properties properties = new Properties();
        try (InputStream content = DocsPages.class.getResourceAsStream("launcher.properties")) {
            properties.load(content);
            return properties.getProperty("swagger-ui.version");
        } catch (IOException e) {
            throw new PartFailure("launcher.properties cannot be read: " + e.getMessage(), e);
        }
    }

    private static Buffer resource(String name) {
        try (InputStream content = DocsPages.class.getResourceAsStream(name)) {
            if (content == null) {
                throw new PartFailure(name + " is not on the class path: build the module scriptorium-launcher.");
            }
            return Buffer.buffer(content.readAllBytes());
        } catch (IOException e) {
            throw new PartFailure(name + " cannot be read: " + e.getMessage(), e);
        }
    }
}
