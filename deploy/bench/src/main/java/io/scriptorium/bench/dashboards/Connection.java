package io.scriptorium.bench.dashboards;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One HTTP/1.1 connection that asks for the same thing again and again, with as little work of its own as can be: on
 * these machines the client runs on the cores of what it measures.
 */
final class Connection implements AutoCloseable {
    /** @param databaseMillis what the service says that its statement took */
    record Answer(int status, String cacheStatus, double databaseMillis) {
        boolean hit() {
            return cacheStatus.startsWith("dashboard; hit");
        }
    }

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    Connection(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        out = socket.getOutputStream();
    }

    static byte[] request(String path, String token) {
        return ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip\r\nAuthorization: Bearer "
                        + token + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    Answer ask(byte[] request) throws IOException {
        out.write(request);
        int status = Integer.parseInt(line().substring(9, 12));
        int length = 0;
        String cacheStatus = "";
        double databaseMillis = 0;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length: ")) {
                length = Integer.parseInt(header.substring(16).strip());
            } else if (lower.startsWith("cache-status: ")) {
                cacheStatus = header.substring(14);
            } else if (lower.startsWith("server-timing: db;dur=")) {
                databaseMillis = Double.parseDouble(header.substring(22, header.indexOf(';', 22)));
            }
        }
        in.skipNBytes(length);
        return new Answer(status, cacheStatus, databaseMillis);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder(64);
        for (int letter = in.read(); letter != '\n'; letter = in.read()) {
            if (letter < 0) {
                throw new IOException("The service hung up.");
            }
            if (letter != '\r') {
                line.append((char) letter);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
