package io.scriptorium.dashboard.page;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * A file of the page in every encoding that it is sent in, packed once and as small as it gets.
 *
 * @param gzip null for what does not get smaller; so too {@code brotli}, also where this platform has no encoder for it
 * @param tag of the plain content, without quotes
 */
record Asset(Buffer plain, Buffer gzip, Buffer brotli, String mediaType, String tag) {
    private static final String FOLDER = "META-INF/resources";
    private static final int BEST_BROTLI = 11;

    /** @param path as the client names it; nothing but what the build has put there is found */
    static Optional<Asset> load(String path) {
        try (InputStream content =
                Thread.currentThread().getContextClassLoader().getResourceAsStream(FOLDER + path)) {
            return content == null ? Optional.empty() : Optional.of(of(content.readAllBytes(), mediaType(path)));
        } catch (IOException e) {
            throw new UncheckedIOException("the page's file " + path + " cannot be read", e);
        }
    }

    static Asset of(byte[] content, String mediaType) {
        return new Asset(
                Buffer.buffer(content),
                smaller(gzipped(content), content),
                Brotli4jLoader.isAvailable() ? smaller(brotlied(content), content) : null,
                mediaType,
                tag(content));
    }

    private static Buffer smaller(byte[] packed, byte[] content) {
        return packed.length < content.length ? Buffer.buffer(packed) : null;
    }

    private static byte[] gzipped(byte[] content) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed) {
            {
                def.setLevel(Deflater.BEST_COMPRESSION);
            }
        }) {
            gzip.write(content);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }

    private static byte[] brotlied(byte[] content) {
        try {
            return Encoder.compress(content, new Encoder.Parameters().setQuality(BEST_BROTLI));
        } catch (IOException e) {
            throw new UncheckedIOException("brotli does not take the page's file", e);
        }
    }

    private static String tag(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(digest, 0, 12);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    private static String mediaType(String path) {
        return switch (path.substring(path.lastIndexOf('.') + 1)) {
            case "html" -> "text/html; charset=utf-8";
            case "js" -> "text/javascript; charset=utf-8";
            case "css" -> "text/css; charset=utf-8";
            case "svg" -> "image/svg+xml";
            case "map", "json" -> "application/json";
            default -> "application/octet-stream";
        };
    }
}
