package io.scriptorium.dashboard.cache;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;

/** A response body that is ready to be sent: as JSON, and the same as gzip. The tag is the JSON's hash, unquoted. */
record Body(byte[] json, byte[] gzip, String tag, Instant asOf) {
    /** Of a hash's 32 bytes: 128 bits are enough for what only has to differ. */
    private static final int TAG_BYTES = 16;

    static Body of(DashboardView view, ObjectMapper mapper) {
        try {
            return of(mapper.writeValueAsBytes(view), view.asOf());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A " + view.getClass().getSimpleName() + " cannot be written as JSON", e);
        }
    }

    static Body of(byte[] plain, Instant asOf) {
        return new Body(plain, compressed(plain), tagOf(plain), asOf);
    }

    private static String tagOf(byte[] json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(Sha256.of(json), TAG_BYTES));
    }

    private static byte[] compressed(byte[] json) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(json.length / 4 + 64);
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(json);
        } catch (IOException e) {
            throw new UncheckedIOException("Memory cannot be written to", e);
        }
        return bytes.toByteArray();
    }
}
