package io.scriptorium.launcher;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * {@code POST /sign-in}: a one-time code for a token. It wants JSON, for which a page of another origin would have to
 * ask first, and nobody says yes to it; nothing of a code or token is written anywhere.
 */
final class SignIn {
    static final String PATH = "/sign-in";

    private static final int BODY_LIMIT = 8 << 10;
    private static final Map<String, String> NOT_KEPT = Map.of("Cache-Control", "no-store");
    private static final Map<String, String> UNAUTHORIZED =
            Map.of("Cache-Control", "no-store", "WWW-Authenticate", "Bearer");

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final OneTimeCodes codes;
    private final Vertx vertx;

    SignIn(OneTimeCodes codes, Vertx vertx) {
        this.codes = codes;
        this.vertx = vertx;
    }

    void answer(HttpServerRequest request) {
        if (!request.method().equals(HttpMethod.POST)) {
            GatewayAnswers.methodNotAllowed(request, HttpMethod.POST);
        } else if (!isJson(request)) {
            GatewayAnswers.problem(request, 415, "Send the code as application/json.", NOT_KEPT);
        } else {
            LimitedBody.read(request, BODY_LIMIT)
                    .onSuccess(body -> exchange(request, body))
                    .onFailure(e -> explain(request, e));
        }
    }

    private void exchange(HttpServerRequest request, Buffer body) {
        Optional<String> code = code(body);
        if (code.isEmpty()) {
            GatewayAnswers.problem(request, 400, "The body must be JSON, as {\"code\": \"…\"}.", NOT_KEPT);
            return;
        }
        codes.exchange(code.get()).ifPresentOrElse(token -> grant(request, token), () -> refuse(request));
    }

    private static void grant(HttpServerRequest request, String token) {
        Map<String, Object> granted = new LinkedHashMap<>();
        granted.put("access_token", token);
        granted.put("token_type", "Bearer");
        granted.put("expires_in", OneTimeCodes.TOKEN_TIME_TO_LIVE.toSeconds());
        request.response().putHeader("Cache-Control", "no-store");
        try {
            GatewayAnswers.page(request, "application/json", Buffer.buffer(JSON.writeValueAsBytes(granted)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a map of strings and numbers is always JSON", e);
        }
    }

    private static void refuse(HttpServerRequest request) {
        GatewayAnswers.problem(
                request,
                401,
                "This sign-in address was used already, is too old, or is from before the suite was started again."
                        + " deploy/suite open prints another.",
                UNAUTHORIZED);
    }

    private void explain(HttpServerRequest request, Throwable cause) {
        if (cause instanceof LimitedBody.TooLarge) {
            GatewayAnswers.problem(request, 413, "The body is larger than 8 KiB.", NOT_KEPT);
            LimitedBody.discardRest(request, vertx);
        } else {
            GatewayAnswers.problem(request, 400, "The request broke off.", NOT_KEPT);
        }
    }

    private static boolean isJson(HttpServerRequest request) {
        String type = request.getHeader("Content-Type");
        return type != null && type.split(";", 2)[0].trim().equalsIgnoreCase("application/json");
    }

    private static Optional<String> code(Buffer body) {
        try {
            return Optional.ofNullable(JSON.readTree(body.getBytes()).get("code"))
                    .filter(JsonNode::isTextual)
                    .map(JsonNode::textValue);
        } catch (IOException notJson) {
            return Optional.empty();
        }
    }
}
