package io.scriptorium.bench.dashboards;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * One HTTP/1.1 connection that asks for the same thing again and again, with as little work of its own as can be: on
 * these machines the client runs on the cores of what it measures. So an answer is looked through where it was read, and
 * only the few headers that matter become text.
 */
final class Connection implements AutoCloseable {
    private static final byte[] CONTENT_LENGTH = bytes("\ncontent-length: ");
    private static final byte[] CACHE_STATUS = bytes("\ncache-status: ");
    private static final byte[] DATABASE = bytes("\nserver-timing: db;dur=");
    private static final byte[] END = bytes("\r\n\r\n");
    private static final int STATUS = 9;
    private static final int STATUS_END = 12;
    private static final int LARGEST_HEAD = 1 << 16;

    /** @param databaseMillis what the service says that its statement took */
    record Answer(int status, String cacheStatus, double databaseMillis) {
        boolean hit() {
            return cacheStatus.startsWith("dashboard; hit");
        }
    }

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final byte[] read = new byte[LARGEST_HEAD];

    Connection(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        in = socket.getInputStream();
        out = socket.getOutputStream();
    }

    static byte[] request(String path, String token) {
        return bytes("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip\r\nAuthorization: Bearer "
                + token + "\r\n\r\n");
    }

    Answer ask(byte[] request) throws IOException {
        out.write(request);
        int length = 0;
        int head = -1;
        while (head < 0) {
            int more = in.read(read, length, read.length - length);
            if (more <= 0) {
                throw new IOException("The service hung up, or its headers are too long.");
            }
            // The end may lie across what was there and what came.
            head = find(END, Math.max(0, length - END.length), length + more);
            length += more;
        }
        String contentLength = header(CONTENT_LENGTH, head);
        in.skipNBytes(head + END.length + (contentLength.isEmpty() ? 0 : Long.parseLong(contentLength)) - length);
        String database = header(DATABASE, head);
        return new Answer(
                Integer.parseInt(text(STATUS, STATUS_END)),
                header(CACHE_STATUS, head),
                database.isEmpty() ? 0 : Double.parseDouble(database.substring(0, database.indexOf(';'))));
    }

    private String header(byte[] name, int head) {
        int at = find(name, 0, head);
        if (at < 0) {
            return "";
        }
        int end = at + name.length;
        while (read[end] != '\r') {
            end++;
        }
        return text(at + name.length, end);
    }

    /** Where that begins, in whatever case, within what was read; or -1. */
    private int find(byte[] lowerCase, int from, int until) {
        for (int at = from; at <= until - lowerCase.length; at++) {
            int matched = 0;
            while (matched < lowerCase.length && lower(read[at + matched]) == lowerCase[matched]) {
                matched++;
            }
            if (matched == lowerCase.length) {
                return at;
            }
        }
        return -1;
    }

    private static byte lower(byte letter) {
        return letter >= 'A' && letter <= 'Z' ? (byte) (letter + ('a' - 'A')) : letter;
    }

    private String text(int from, int until) {
        return new String(read, from, until - from, StandardCharsets.US_ASCII);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
