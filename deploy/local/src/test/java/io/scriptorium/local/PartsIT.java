package io.scriptorium.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartsIT {
    @TempDir
    Path folder;

    @Test
    void postgresKeepsWhatWasCommittedThroughKillAndRestart() throws Exception {
        try (PostgresPart postgres = PostgresPart.start(folder, 0, Durability.ON)) {
            Database database = postgres.createDatabase("books");
            execute(database, "CREATE TABLE line (text text)");
            execute(database, "INSERT INTO line VALUES ('kept')");

            postgres.kill();
            assertThat(postgres.isAlive()).isFalse();
            postgres.restart();

            assertThat(lines(database)).containsExactly("kept");
        }
        try (PostgresPart again = PostgresPart.start(folder, 0, Durability.ON)) {
            assertThat(lines(again.createDatabase("books"))).containsExactly("kept");
        }
    }

    @Test
    void postgresLetsADatabaseBeReachedByItsOwnerAlone() throws Exception {
        try (PostgresPart postgres = PostgresPart.start(folder, 0, Durability.OFF)) {
            Database books = postgres.createDatabase("books");
            Database letters = postgres.createDatabase("letters");

            assertThatThrownBy(() -> DriverManager.getConnection(books.jdbcUrl(), books.user(), "guess"))
                    .isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> DriverManager.getConnection(books.jdbcUrl(), letters.user(), letters.password()))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void postgresStartsOverAPidFileOfSomebodyElse() throws Exception {
        PostgresPart first = PostgresPart.start(folder, 0, Durability.ON);
        first.kill();
        first.close();
        // As after a reboot: the number belongs to another process, here to this very one.
        Path stale = folder.resolve("cluster/postmaster.pid");
        Files.writeString(stale, ProcessHandle.current().pid() + "\n");

        try (PostgresPart again = PostgresPart.start(folder, 0, Durability.ON)) {
            assertThat(again.isAlive()).isTrue();
        }
    }

    @Test
    void redisKeepsItsKeysThroughKillAndRestart() throws Exception {
        try (RedisPart redis = RedisPart.start(folder, 0)) {
            assertThat(redisSays(redis.port(), "SET title kept")).isEqualTo("+OK");

            redis.kill();
            redis.restart();

            assertThat(redisSays(redis.port(), "STRLEN title")).isEqualTo(":4");
        }
    }

    @Test
    void kafkaKeepsItsRecordsThroughKillAndRestart() throws Exception {
        try (KafkaPart kafka = KafkaPart.start(folder, 0)) {
            createTopic(kafka, "letters");
            send(kafka, "letters", "kept");

            kafka.kill();
            kafka.restart();

            assertThat(firstOf(kafka, "letters")).isEqualTo("kept");
        }
        try (KafkaPart again = KafkaPart.start(folder, 0)) {
            assertThat(firstOf(again, "letters")).isEqualTo("kept");
        }
    }

    @Test
    void mailKeepsWhatItTookThroughKillAndRestart() throws Exception {
        try (MailPart mail = MailPart.start(folder, 0)) {
            assertThat(mailed(mail.port(), "ada@mail.example", "first")).startsWith("250");

            mail.kill();
            mail.restart();
            assertThat(mailed(mail.port(), "bea@mail.example", "second")).startsWith("250");

            assertThat(mail.mailbox().all())
                    .extracting(Mailbox.Mail::to, Mailbox.Mail::subject)
                    .containsExactly(tuple("ada@mail.example", "first"), tuple("bea@mail.example", "second"));
            Mailbox.Mail first = mail.mailbox().to("ADA@mail.example").get(0);
            assertThat(first.from()).isEqualTo("shop@mail.example");
            assertThat(first.text().strip()).isEqualTo("Grüße");
        }
    }

    @Test
    void mailRefusesWhomItDoesNotKnow() throws Exception {
        try (MailPart mail = MailPart.start(folder, 0)) {
            assertThat(mailed(mail.port(), "refused@mail.example", "never")).startsWith("55");
            assertThat(mail.mailbox().all()).isEmpty();
        }
    }

    @Test
    void allSurviveAPowerCutTogether() throws Exception {
        PostgresPart postgres = PostgresPart.start(folder.resolve("postgres"), 0, Durability.ON);
        RedisPart redis = RedisPart.start(folder.resolve("redis"), 0);
        KafkaPart kafka = KafkaPart.start(folder.resolve("kafka"), 0);
        try (postgres;
                redis;
                kafka) {
            Database database = postgres.createDatabase("books");
            execute(database, "CREATE TABLE line (text text)");
            execute(database, "INSERT INTO line VALUES ('kept')");
            createTopic(kafka, "letters");
            send(kafka, "letters", "kept");

            List.of(postgres, redis, kafka).forEach(Part::kill);
            List.of(kafka, redis, postgres).forEach(Part::restart);

            assertThat(lines(database)).containsExactly("kept");
            assertThat(firstOf(kafka, "letters")).isEqualTo("kept");
            assertThat(redis.isAlive()).isTrue();
        }
    }

    @Test
    void listenOnLoopbackOnly() throws Exception {
        List<InetAddress> others = Collections.list(NetworkInterface.getNetworkInterfaces()).stream()
                .flatMap(device -> Collections.list(device.getInetAddresses()).stream())
                .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                .toList();
        try (PostgresPart postgres = PostgresPart.start(folder.resolve("postgres"), 0, Durability.OFF);
                RedisPart redis = RedisPart.start(folder.resolve("redis"), 0)) {
            assertThat(listeners(postgres.port())).containsExactly("0100007F");
            assertThat(listeners(redis.port())).containsExactly("0100007F");
            for (InetAddress other : others) {
                assertThat(answers(other, postgres.port())).isFalse();
                assertThat(answers(other, redis.port())).isFalse();
            }
        }
    }

    @Test
    void twoInstancesRunAtOnceAndOneFolderServesOne() {
        try (RedisPart first = RedisPart.start(folder.resolve("a"), 0);
                RedisPart second = RedisPart.start(folder.resolve("b"), 0)) {
            assertThat(first.port()).isNotEqualTo(second.port());
            assertThatThrownBy(() -> RedisPart.start(folder.resolve("a"), 0))
                    .isInstanceOf(PartFailure.class)
                    .hasMessageContaining("in use by another process");
        }
    }

    @Test
    void aChildEndsWithTheJvmThatStartedIt() throws Exception {
        Process jvm = new ProcessBuilder(
                        Executables.java(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        StartsRedisAndWaits.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        ProcessHandle redis =
                ProcessHandle.of(Long.parseLong(jvm.inputReader().readLine())).orElseThrow();
        assertThat(redis.isAlive()).isTrue();

        jvm.destroyForcibly().waitFor();

        for (int i = 0; i < 500 && ChildProcess.isRunning(redis); i++) {
            Thread.sleep(10);
        }
        assertThat(ChildProcess.isRunning(redis)).isFalse();
    }

    /** The main class of the JVM that is killed. */
    static final class StartsRedisAndWaits {
        public static void main(String[] arguments) throws InterruptedException {
            System.out.println(RedisPart.start(Path.of(arguments[0]), 0).pid());
            TimeUnit.MINUTES.sleep(1);
        }
    }

    private static void execute(Database database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> lines(Database database) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT array_agg(text) FROM line")) {
            rows.next();
            return List.of((String[]) rows.getArray(1).getArray());
        }
    }

    private static Connection connect(Database database) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
    }

    private static String redisSays(int port, String command) throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
            byte[] answer = new byte[64];
            return new String(answer, 0, socket.getInputStream().read(answer), StandardCharsets.US_ASCII).trim();
        }
    }

    /** What the server says last: to the recipient, or to the mail. */
    private static String mailed(int port, String to, String subject) throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(30_000);
            BufferedReader answers =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            String answer = answers.readLine();
            for (String line : List.of(
                    "HELO localhost",
                    "MAIL FROM:<shop@mail.example>",
                    "RCPT TO:<" + to + ">",
                    "DATA",
                    "From: shop@mail.example\r\nSubject: " + subject
                            + "\r\nContent-Type: text/plain; charset=UTF-8\r\nContent-Transfer-Encoding: quoted-printable"
                            + "\r\n\r\nGr=C3=BC=C3=9Fe\r\n.")) {
                socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
                answer = answers.readLine();
                if (answer.startsWith("5")) {
                    return answer;
                }
            }
            return answer;
        }
    }

    private static void createTopic(KafkaPart kafka, String topic) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
        }
    }

    private static void send(KafkaPart kafka, String topic, String value) throws Exception {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "acks", "all"),
                new StringSerializer(),
                new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, value)).get();
        }
    }

    private static String firstOf(KafkaPart kafka, String topic) {
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers()),
                new StringDeserializer(),
                new StringDeserializer())) {
            TopicPartition partition = new TopicPartition(topic, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            for (int i = 0; i < 300; i++) {
                for (var consumed : consumer.poll(java.time.Duration.ofMillis(100))) {
                    return consumed.value();
                }
            }
            return null;
        }
    }

    /** The local addresses, in hexadecimal as the kernel writes them, on which that port is listened on. */
    private static List<String> listeners(int port) throws Exception {
        String suffix = ":%04X".formatted(port);
        try (var lines = java.util.stream.Stream.concat(
                Files.lines(Path.of("/proc/net/tcp")), Files.lines(Path.of("/proc/net/tcp6")))) {
            return lines.map(line -> line.trim().split("\\s+"))
                    .filter(columns -> columns[1].endsWith(suffix) && columns[3].equals("0A"))
                    .map(columns -> columns[1].substring(0, columns[1].length() - suffix.length()))
                    .toList();
        }
    }

    private static boolean answers(InetAddress address, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), 500);
            return true;
        } catch (java.io.IOException refused) {
            return false;
        }
    }
}
