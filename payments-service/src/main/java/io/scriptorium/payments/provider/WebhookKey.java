package io.scriptorium.payments.provider;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A secret of Standard Webhooks' symmetric signatures ({@code v1}): HMAC-SHA256 over {@code id.timestamp.body}. */
final class WebhookKey {
    private static final String PREFIX = "whsec_";
    private static final String VERSION = "v1,";
    private static final String ALGORITHM = "HmacSHA256";
    /** Standard Webhooks: between 24 and 64 bytes. */
    private static final int LEAST_BYTES = 24;

    private static final int MOST_BYTES = 64;

    private final SecretKeySpec key;

    private WebhookKey(byte[] secret) {
        this.key = new SecretKeySpec(secret, ALGORITHM);
    }

    /** @throws IllegalArgumentException that does not quote it when it is none */
    static WebhookKey of(String configured) {
        String text = configured.trim();
        if (!text.startsWith(PREFIX)) {
            throw new IllegalArgumentException("a webhook secret must begin with " + PREFIX);
        }
        byte[] secret;
        try {
            secret = Base64.getDecoder().decode(text.substring(PREFIX.length()));
        } catch (IllegalArgumentException notBase64) {
            throw new IllegalArgumentException("a webhook secret must be Base64 after " + PREFIX);
        }
        if (secret.length < LEAST_BYTES || secret.length > MOST_BYTES) {
            throw new IllegalArgumentException("a webhook secret must have 24 to 64 bytes");
        }
        return new WebhookKey(secret);
    }

    /** The header {@code webhook-signature}. */
    String sign(String id, String timestamp, byte[] body) {
        return VERSION + Base64.getEncoder().encodeToString(mac(id, timestamp, body));
    }

    /** @param header several signatures with spaces between, while the sender changes its keys over */
    boolean signed(String header, String id, String timestamp, byte[] body) {
        byte[] expected = sign(id, timestamp, body).getBytes(StandardCharsets.UTF_8);
        // isEqual takes the same time wherever they differ.
        return Arrays.stream(header.split(" "))
                .map(signature -> signature.getBytes(StandardCharsets.UTF_8))
                .anyMatch(signature -> MessageDigest.isEqual(expected, signature));
    }

    private byte[] mac(String id, String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(body);
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException("every Java has " + ALGORITHM, impossible);
        }
    }

    @Override
    public String toString() {
        return "WebhookKey";
    }
}
