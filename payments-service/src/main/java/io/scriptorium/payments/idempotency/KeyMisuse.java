package io.scriptorium.payments.idempotency;

import io.scriptorium.platform.Problem;
import java.util.List;

/** The key itself is wrong here, so that this is no answer to keep under it. */
class KeyMisuse extends Problem {
    static final String HEADER = "Idempotency-Key";

    private KeyMisuse(int status, String message) {
        super(status, HEADER + " " + message, List.of(new FieldError(HEADER, message)));
    }

    static KeyMisuse missing() {
        return new KeyMisuse(400, "must be sent with this request: a UUID of your own, the same when you try it again");
    }

    static KeyMisuse malformed() {
        return new KeyMisuse(400, "must have 1 to 255 visible ASCII characters");
    }

    static KeyMisuse ofAnotherRequest() {
        return new KeyMisuse(422, "was sent before with another request; take a new one for this");
    }

    static KeyMisuse underWay() {
        return new KeyMisuse(409, "belongs to a request that is still under way; try again in a second");
    }
}
