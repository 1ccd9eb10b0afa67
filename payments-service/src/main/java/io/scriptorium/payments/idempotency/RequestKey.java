package io.scriptorium.payments.idempotency;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.UUID;
import java.util.regex.Pattern;

/** A caller's own key: others may use the same without meeting it. */
record RequestKey(UUID callerId, String key) {
    private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7e]{1,255}");

    /** @throws KeyMisuse 400 when it is missing or not one */
    static RequestKey of(UUID callerId, String sent) {
        if (sent == null || sent.isBlank()) {
            throw KeyMisuse.missing();
        }
        if (!VISIBLE.matcher(sent).matches()) {
            throw KeyMisuse.malformed();
        }
        return new RequestKey(callerId, sent);
    }

    /** What tells one request from another: which method of which address, and with which body. */
    static byte[] fingerprint(String method, String path, byte[] body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((method + " " + path + "\n").getBytes(StandardCharsets.UTF_8));
            return digest.digest(body);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /** @throws KeyMisuse 422 */
    static void requireSame(byte[] known, byte[] sent) {
        if (!Arrays.equals(known, sent)) {
            throw KeyMisuse.ofAnotherRequest();
        }
    }
}
