package io.scriptorium.local;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One Kafka broker in KRaft mode, in a JVM of its own with its own class path. */
public final class KafkaPart implements Part {
    private static final Duration READY_WITHIN = Duration.ofSeconds(90);
    private static final Duration STOPPED_WITHIN = Duration.ofSeconds(30);

    private final DataFolder folder;
    private final int port;
    private final int controllerPort;
    private ChildProcess child;

    private KafkaPart(DataFolder folder, int port, int controllerPort) {
        this.folder = folder;
        this.port = port;
        this.controllerPort = controllerPort;
    }

    /** @param port 0 for any free one; the controller then takes another, else the next */
    public static KafkaPart start(Path data, int port) {
        DataFolder folder = DataFolder.lock(data);
        try {
            KafkaPart part = new KafkaPart(folder, Ports.orFree(port), port == 0 ? Ports.free() : port + 1);
            part.writeConfiguration();
            part.format();
            part.run();
            return part;
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    @Override
    public String name() {
        return "kafka";
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public long pid() {
        return child.pid();
    }

    @Override
    public boolean isAlive() {
        return child.isAlive() && Ports.answers(port);
    }

    @Override
    public void kill() {
        child.kill();
    }

    @Override
    public void restart() {
        stop();
        run();
    }

    @Override
    public void close() {
        stop();
        folder.close();
    }

    private void stop() {
        child.stop(ChildProcess.Signal.TERM, STOPPED_WITHIN);
    }

    private void run() {
        child = java("kafka.Kafka", configuration().toString());
        child.await(() -> Ports.answers(port), READY_WITHIN);
    }

    private void format() {
        if (Files.exists(logs().resolve("meta.properties"))) {
            return;
        }
        ChildProcess format = java(
                "kafka.tools.StorageTool",
                "format",
                "--ignore-formatted",
                "--cluster-id",
                clusterId(),
                "--config",
                configuration().toString());
        format.awaitSuccess(READY_WITHIN);
    }

    private ChildProcess java(String mainClass, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Executables.java(),
                "-Xmx192m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "-cp",
                classPath(),
                mainClass));
        command.addAll(List.of(arguments));
        return ChildProcess.start(
                name(),
                ChildProcess.command(command, ChildProcess.Signal.KILL),
                Map.of(),
                folder.path().resolve("kafka.pid"),
                folder.path().resolve("kafka.log"));
    }

    private void writeConfiguration() {
        String settings = """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%2$d
                controller.listener.names=CONTROLLER
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
                log.dirs=%3$s
                # A misspelt topic must fail, and a real one be made compacted by its owner.
                auto.create.topics.enable=false
                num.partitions=1
                default.replication.factor=1
                min.insync.replicas=1
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=1
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                transaction.state.log.num.partitions=1
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                share.coordinator.state.topic.num.partitions=1
                group.initial.rebalance.delay.ms=0
                # The default does not fit the small heap.
                log.cleaner.dedupe.buffer.size=8388608
                # A broker that was killed is let in again after this, not after the default nine seconds.
                broker.session.timeout.ms=1500
                broker.heartbeat.interval.ms=250
                """.formatted(port, controllerPort, logs());
        try {
            Files.writeString(configuration(), settings);
        } catch (IOException e) {
            throw new PartFailure("Kafka's configuration could not be written: " + e.getMessage(), e);
        }
    }

    private Path configuration() {
        return folder.path().resolve("server.properties");
    }

    private Path logs() {
        return folder.path().resolve("logs");
    }

    /** Kafka writes UUIDs as 22 characters of base64; the first bit is 0 lest it begin with a dash, like an option. */
    private static String clusterId() {
        UUID id = UUID.randomUUID();
        byte[] bytes = ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits() >>> 1)
                .putLong(id.getLeastSignificantBits())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Written by the build: the broker's jars where the build found them. */
    private static String classPath() {
        try (InputStream list = KafkaPart.class.getResourceAsStream("kafka.classpath")) {
            if (list == null) {
                throw new PartFailure("The list of Kafka's jars is missing: build the module scriptorium-local.");
            }
            return new String(list.readAllBytes(), StandardCharsets.UTF_8).trim();
        } catch (IOException e) {
            throw new PartFailure("The list of Kafka's jars cannot be read: " + e.getMessage(), e);
        }
    }
}
