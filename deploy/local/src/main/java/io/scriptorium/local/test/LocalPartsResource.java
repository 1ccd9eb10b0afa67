package io.scriptorium.local.test;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.scriptorium.local.Database;
import io.scriptorium.local.LocalIssuer;
import io.scriptorium.local.PartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives a Quarkus test its real parts. Arguments: {@code database}, the prefix of its name; {@code parts}, those that
 * are wanted of {@code postgres,redis,kafka,mail}. Tokens come from {@link LocalParts#issuer()}.
 */
public class LocalPartsResource implements QuarkusTestResourceLifecycleManager {
    private String database;
    private List<String> parts;

    @Override
    public void init(Map<String, String> arguments) {
        database = arguments.getOrDefault("database", "test");
        parts = List.of(arguments.getOrDefault("parts", "postgres").split(","));
    }

    @Override
    public Map<String, String> start() {
        Map<String, String> configuration = new HashMap<>(issuer());
        if (parts.contains("postgres")) {
            Database fresh = LocalParts.freshDatabase(database);
            configuration.put("quarkus.datasource.jdbc.url", fresh.jdbcUrl());
            configuration.put("quarkus.datasource.username", fresh.user());
            configuration.put("quarkus.datasource.password", fresh.password());
        }
        if (parts.contains("redis")) {
            configuration.put("quarkus.redis.hosts", LocalParts.redis().uri());
        }
        if (parts.contains("kafka")) {
            configuration.put("kafka.bootstrap.servers", LocalParts.kafka().bootstrapServers());
        }
        if (parts.contains("mail")) {
            configuration.put("quarkus.mailer.host", "127.0.0.1");
            configuration.put(
                    "quarkus.mailer.port", Integer.toString(LocalParts.mail().port()));
        }
        return configuration;
    }

    /** Nothing: the parts serve the next test too, and end with the JVM. */
    @Override
    public void stop() {}

    private static Map<String, String> issuer() {
        Path jwks = LocalParts.folder().resolve("jwks.json");
        try {
            Files.writeString(jwks, LocalParts.issuer().jwks());
        } catch (IOException e) {
            throw new PartFailure("The test's key set could not be written: " + e.getMessage(), e);
        }
        return Map.of(
                "mp.jwt.verify.publickey.location", jwks.toUri().toString(),
                "mp.jwt.verify.issuer", LocalIssuer.DEFAULT_ISSUER,
                "mp.jwt.verify.audiences", LocalIssuer.DEFAULT_AUDIENCE);
    }
}
