package io.scriptorium.bench.dashboards;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * A full topic of ten websites and two years, in the order of time, as the owners publish it. Every fifth event is the
 * second revision of an aggregate that came some hundred events before. The same number gives the same event.
 */
final class Topic {
    /** Every fifth event changes what came this many events before, which is a first one of five. */
    private static final int CHANGED_AFTER = 1_004;

    private static final int PARTITIONS = 3;
    private static final int WRITERS = 2_000;
    private static final int CLIENTS = 20_000;
    private static final Duration SPAN = Duration.ofDays(730);
    private static final List<String> LEVELS = List.of("Novice", "Intermediate", "Advanced", "Expert");

    private interface State {
        /** @param changed whether it is the second revision */
        String of(UUID id, UUID website, SplittableRandom random, Instant created, boolean changed);
    }

    private final String name;
    private final String factTable;
    private final String count;
    private final State state;
    private final Instant begin = Instant.now().minus(SPAN).truncatedTo(ChronoUnit.MICROS);

    private Topic(String name, String factTable, String count, State state) {
        this.name = name;
        this.factTable = factTable;
        this.count = count;
        this.state = state;
    }

    static Topic ofTips() {
        return new Topic(
                "payments.tip",
                "tip_fact",
                "SELECT sum(tips) FROM tip_totals WHERE website_id = 'ffffffff-ffff-ffff-ffff-ffffffffffff'",
                Topic::tip);
    }

    static Topic ofAccounts() {
        return new Topic(
                "writers.account",
                "account_fact",
                "SELECT sum(accounts) FROM user_totals WHERE website_id = 'ffffffff-ffff-ffff-ffff-ffffffffffff'",
                Topic::account);
    }

    String name() {
        return name + ".changes";
    }

    String factTable() {
        return factTable;
    }

    /** What the counters say that there are, of all websites. */
    String countSql() {
        return count;
    }

    /** How many aggregates that many events are of. */
    static long aggregates(long events) {
        return events - IntStream.range(0, (int) events).filter(Topic::changes).count();
    }

    void fill(String brokers, int events) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", brokers))) {
            admin.createTopics(List.of(new NewTopic(name(), Optional.of(PARTITIONS), Optional.empty())
                            .configs(Map.of("cleanup.policy", "compact"))))
                    .all()
                    .get();
        }
        Map<String, Object> config =
                Map.of("bootstrap.servers", brokers, "acks", "all", "linger.ms", 20, "batch.size", 1 << 17);
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer())) {
            for (int number = 0; number < events; number++) {
                producer.send(event(number, events));
            }
        }
        long there = ends(brokers).values().stream().mapToLong(Long::longValue).sum();
        if (there != events) {
            throw new IllegalStateException(name() + " has " + there + " events instead of " + events);
        }
    }

    Map<TopicPartition, Long> ends(String brokers) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", brokers))) {
            Map<TopicPartition, OffsetSpec> latest = IntStream.range(0, PARTITIONS)
                    .boxed()
                    .collect(Collectors.toMap(
                            partition -> new TopicPartition(name(), partition), partition -> OffsetSpec.latest()));
            return admin.listOffsets(latest).all().get().entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, end -> end.getValue().offset()));
        }
    }

    private static boolean changes(int number) {
        return number % 5 == 4 && number >= CHANGED_AFTER;
    }

    private ProducerRecord<String, byte[]> event(int number, int events) {
        boolean changed = changes(number);
        int aggregate = changed ? number - CHANGED_AFTER : number;
        SplittableRandom random = new SplittableRandom(aggregate);
        UUID id = new UUID(random.nextLong(), aggregate);
        UUID website = Facts.website(random.nextInt(Facts.WEBSITES));
        Instant created = begin.plus(SPAN.dividedBy(events).multipliedBy(aggregate));
        String value = state.of(id, website, random, created, changed);
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(name(), null, id.toString(), value.getBytes(StandardCharsets.UTF_8));
        record.headers()
                .add("ce_specversion", bytes("1.0"))
                .add("ce_id", bytes(new UUID(0, number).toString()))
                .add("ce_source", bytes("/bench"))
                .add("ce_type", bytes(name + ".changed"))
                .add("ce_time", bytes(created.toString()))
                .add("ce_revision", bytes(Integer.toString(number + 1)));
        return record;
    }

    private static String tip(UUID id, UUID website, SplittableRandom random, Instant created, boolean changed) {
        int cents = 100 + random.nextInt(10_000);
        int percentage = 40 + 10 * random.nextInt(4);
        int earning = cents * percentage / 100;
        String currency = website.getLeastSignificantBits() % 3 == 0 ? "EUR" : "USD";
        // What is changed later is paid then; the rest was paid at once.
        boolean paid = changed || id.getLeastSignificantBits() % 5 != 0;
        return """
                {"id": "%s", "website_id": "%s", "client_id": "%s", "writer_id": "%s", "type": "%s", "reference": null,\
                 "amount": %s, "currency": "%s", "level_id": "%s", "level_name": "%s", "writer_percentage": %d.00,\
                 "writer_earning": %s, "platform_profit": %s, "payment_status": "%s", "refunded_amount": 0.00,\
                 "writer_earning_refunded": 0.00, "created_at": "%s", "updated_at": "%s", "completed_at": %s}""".formatted(
                        id,
                        website,
                        account(website, WRITERS + random.nextInt(CLIENTS)),
                        account(website, random.nextInt(WRITERS)),
                        one(random, List.of("direct", "order", "class")),
                        money(cents),
                        currency,
                        website,
                        one(random, LEVELS),
                        percentage,
                        money(earning),
                        money(cents - earning),
                        paid ? "completed" : "pending",
                        created,
                        created,
                        paid ? "\"" + created + "\"" : "null");
    }

    private static String account(UUID id, UUID website, SplittableRandom random, Instant created, boolean changed) {
        return """
                {"id": "%s", "website_id": "%s", "role": "%s", "suspended": %s, "created_at": "%s", "updated_at": "%s"}""".formatted(
                        id,
                        website,
                        one(random, List.of("client", "client", "client", "writer", "writer", "editor", "support")),
                        changed,
                        created,
                        created);
    }

    private static UUID account(UUID website, int number) {
        return new UUID(website.getMostSignificantBits(), website.getLeastSignificantBits() * 1_000_000 + number);
    }

    private static String money(int cents) {
        return "%d.%02d".formatted(cents / 100, cents % 100);
    }

    private static String one(SplittableRandom random, List<String> values) {
        return values.get(random.nextInt(values.size()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
