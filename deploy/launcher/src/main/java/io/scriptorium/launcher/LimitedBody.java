package io.scriptorium.launcher;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;

/** A request's body, read whole before it is passed on: so one that is too large never reaches a service. */
final class LimitedBody {
    static final class TooLarge extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private static final Duration DISCARD_FOR = Duration.ofSeconds(10);

    private LimitedBody() {}

    /** Fails with {@link TooLarge} as soon as that is known. */
    static Future<Buffer> read(HttpServerRequest request, int limit) {
        if (declaredLength(request) > limit) {
            return Future.failedFuture(new TooLarge());
        }
        Promise<Buffer> whole = Promise.promise();
        Buffer body = Buffer.buffer();
        request.handler(chunk -> {
            if (body.length() + chunk.length() > limit) {
                whole.tryFail(new TooLarge());
            } else {
                body.appendBuffer(chunk);
            }
        });
        request.exceptionHandler(whole::tryFail);
        request.endHandler(end -> whole.tryComplete(body));
        return whole.future();
    }

    /** A client reads the answer when it has sent all; closing at once would reset the connection before it does. */
    static void discardRest(HttpServerRequest request, Vertx vertx) {
        if (!request.isEnded()) {
            long patience = vertx.setTimer(
                    DISCARD_FOR.toMillis(), over -> request.connection().close());
            request.endHandler(end -> vertx.cancelTimer(patience));
        }
    }

    private static long declaredLength(HttpServerRequest request) {
        String declared = request.getHeader("Content-Length");
        try {
            return declared == null ? 0 : Long.parseLong(declared);
        } catch (NumberFormatException beyondAnyLimit) {
            return Long.MAX_VALUE;
        }
    }
}
