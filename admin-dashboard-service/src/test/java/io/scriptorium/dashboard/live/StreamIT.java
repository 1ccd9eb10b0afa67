package io.scriptorium.dashboard.live;

import static io.scriptorium.dashboard.Event.account;
import static io.scriptorium.dashboard.Event.website;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.scriptorium.dashboard.Broker;
import io.scriptorium.dashboard.Clients;
import io.scriptorium.dashboard.WithParts;
import io.scriptorium.local.test.LocalParts;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a page hears while it is open. */
@QuarkusTest
@WithParts
class StreamIT {
    private static final String PATH = "/api/v1/admin/dashboards/stream";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TestHTTPResource("/")
    URI address;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final UUID site = UUID.randomUUID();

    @BeforeEach
    void aWebsite() throws Exception {
        Broker.send(website(site, 1, "Essays"));
    }

    @Test
    void tellsOfAChangeOfTheOwnWebsiteAndTheNumbersAreNewByThen() throws Exception {
        Clients.Client admin = Clients.as("admin", site);
        try (Listener listener = listen(admin, "")) {
            listener.awaits("event:reset");
            int before = listener.count("\"users\"");
            Broker.send(account(UUID.randomUUID(), 1, site, "writer", false, Instant.now()));
            Awaitility.await().atMost(PATIENCE).until(() -> listener.count("\"users\"") > before);
            assertThat(admin.get("/api/v1/admin/dashboards/users")
                            .path("total_writers")
                            .toString())
                    .isEqualTo("1");
        }
    }

    @Test
    void tellsTheViewOfAllOfEveryChange() throws Exception {
        try (Listener all = listen(Clients.superadmin(), "")) {
            all.awaits("event:reset");
            Broker.send(account(UUID.randomUUID(), 1, site, "client", false, Instant.now()));
            all.awaits("data:{\"dashboards\":[\"users\"]}");
        }
    }

    @Test
    void saysNothingOfAnotherWebsiteAndLetsNobodyListenThere() throws Exception {
        UUID other = UUID.randomUUID();
        try (Listener elsewhere = listen(Clients.as("admin", other), "");
                Listener here = listen(Clients.as("support", site), "")) {
            elsewhere.awaits("event:reset");
            here.awaits("event:reset");
            Broker.send(account(UUID.randomUUID(), 1, site, "client", false, Instant.now()));
            here.awaits("data:{\"dashboards\":[\"users\"]}");
            elsewhere.awaits("event:lag");
            assertThat(elsewhere.count("\"users\"")).isZero();
        }
        assertThat(answer(Clients.as("admin", other), "?website_id=" + site).statusCode())
                .isEqualTo(404);
        assertThat(answer(Clients.as("writer", site), "").statusCode()).isEqualTo(403);
        assertThat(http.send(HttpRequest.newBuilder(at("")).build(), BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void endsWhenTheTokenDoes() throws Exception {
        Clients.Client brief = new Clients.Client(LocalParts.issuer()
                .token("admin", site.toString(), UUID.randomUUID().toString(), Duration.ofSeconds(4)));
        try (Listener listener = listen(brief, "")) {
            listener.awaits("event:reset");
            Awaitility.await().atMost(PATIENCE).until(() -> !listener.isOpen());
        }
    }

    @Test
    void isNotHeldBackByAClientThatDoesNotRead() throws Exception {
        List<Socket> deaf = new ArrayList<>();
        try (Listener listener = listen(Clients.superadmin(), "")) {
            listener.awaits("event:reset");
            for (int i = 0; i < 20; i++) {
                deaf.add(connectedAndDeaf());
            }
            for (int change = 0; change < 200; change++) {
                Broker.send(account(UUID.randomUUID(), 1, site, "client", false, Instant.now()));
            }
            int before = listener.count("\"users\"");
            Broker.send(account(UUID.randomUUID(), 1, site, "client", false, Instant.now()));
            Awaitility.await().atMost(PATIENCE).until(() -> listener.count("\"users\"") > before);
        } finally {
            for (Socket socket : deaf) {
                socket.close();
            }
        }
    }

    private Socket connectedAndDeaf() throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(1024);
        socket.connect(new InetSocketAddress(address.getHost(), address.getPort()));
        socket.getOutputStream()
                .write(("GET " + PATH + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                                + Clients.superadmin().token() + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private Listener listen(Clients.Client client, String query) throws Exception {
        HttpResponse<Stream<String>> answer = answer(client, query);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/event-stream"));
        return new Listener(answer.body());
    }

    private HttpResponse<Stream<String>> answer(Clients.Client client, String query) throws Exception {
        return http.send(
                HttpRequest.newBuilder(at(query))
                        .header("Authorization", "Bearer " + client.token())
                        .build(),
                BodyHandlers.ofLines());
    }

    private URI at(String query) {
        return address.resolve(PATH + query);
    }

    /** Reads in the background. */
    private static final class Listener implements AutoCloseable {
        private final Stream<String> body;
        private final List<String> lines = new CopyOnWriteArrayList<>();
        private final Thread thread;

        Listener(Stream<String> body) {
            this.body = body;
            this.thread = new Thread(this::read, "listener");
            thread.setDaemon(true);
            thread.start();
        }

        void awaits(String line) {
            Awaitility.await(line).atMost(PATIENCE).until(() -> lines.contains(line));
        }

        int count(String part) {
            return (int) lines.stream().filter(line -> line.contains(part)).count();
        }

        boolean isOpen() {
            return thread.isAlive();
        }

        private void read() {
            try {
                body.forEach(lines::add);
            } catch (RuntimeException closed) {
                lines.add("closed: " + closed.getMessage());
            }
        }

        @Override
        public void close() {
            body.close();
        }
    }
}
