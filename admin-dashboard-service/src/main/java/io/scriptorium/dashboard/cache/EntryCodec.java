package io.scriptorium.dashboard.cache;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * The bytes of an entry: the format's version (1 byte), the CRC-32C of what follows (4 bytes), then the entry. Whatever
 * else lies in Redis under an entry's name is no entry, and thereby a miss.
 */
final class EntryCodec {
    private static final byte VERSION = 1;
    private static final int HEADER = 1 + Integer.BYTES;

    private EntryCodec() {}

    static byte[] encode(Entry entry) {
        byte[] content = contentOf(entry);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(HEADER + content.length);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeInt(checksum(content, 0, content.length));
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException("Memory cannot be written to", e);
        }
        return bytes.toByteArray();
    }

    static Optional<Entry> decode(byte[] bytes) {
        if (bytes.length < HEADER || bytes[0] != VERSION) {
            return Optional.empty();
        }
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes, 1, bytes.length - 1))) {
            if (in.readInt() != checksum(bytes, HEADER, bytes.length - HEADER)) {
                return Optional.empty();
            }
            return Optional.of(readContent(in));
        } catch (IOException | DateTimeException notAnEntry) {
            return Optional.empty();
        }
    }

    private static byte[] contentOf(Entry entry) {
        Body body = entry.body();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256 + body.json().length + body.gzip().length);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(entry.generations().global());
            out.writeUTF(entry.generations().own());
            writeInstant(out, entry.storedAt());
            writeInstant(out, body.asOf());
            out.writeUTF(body.tag());
            writeBytes(out, body.json());
            writeBytes(out, body.gzip());
        } catch (IOException e) {
            throw new UncheckedIOException("Memory cannot be written to", e);
        }
        return bytes.toByteArray();
    }

    private static Entry readContent(DataInputStream in) throws IOException {
        Generations generations = new Generations(in.readUTF(), in.readUTF());
        Instant storedAt = readInstant(in);
        Instant asOf = readInstant(in);
        String tag = in.readUTF();
        byte[] json = readBytes(in);
        byte[] gzip = readBytes(in);
        return new Entry(generations, storedAt, new Body(json, gzip, tag, asOf));
    }

    private static void writeInstant(DataOutputStream out, Instant instant) throws IOException {
        out.writeLong(instant.getEpochSecond());
        out.writeInt(instant.getNano());
    }

    private static Instant readInstant(DataInputStream in) throws IOException {
        return Instant.ofEpochSecond(in.readLong(), in.readInt());
    }

    private static void writeBytes(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static byte[] readBytes(DataInputStream in) throws IOException {
        int length = in.readInt();
        // Not believed before it is seen to be there: it says how much memory to take.
        if (length < 0 || length > in.available()) {
            throw new EOFException("shorter than it says");
        }
        return in.readNBytes(length);
    }

    private static int checksum(byte[] bytes, int offset, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, offset, length);
        return (int) crc.getValue();
    }
}
