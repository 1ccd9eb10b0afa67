package io.scriptorium.demo;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What was made, by what the answers said. */
public final class Tally {
    /**
     * @param counts of {@code accounts}, {@code tips} and so on
     * @param tipped the sum of all tips
     * @param tipsByDay how many were given on which UTC day
     * @param ticketsByDay how many were opened on which UTC day
     */
    public record Website(
            String id,
            String name,
            String domain,
            Map<String, Long> counts,
            BigDecimal tipped,
            Map<LocalDate, Long> tipsByDay,
            Map<LocalDate, Long> ticketsByDay) {}

    private final Map<Shop, Map<Deed, Long>> counts = new LinkedHashMap<>();
    private final Map<Shop, Long> payments = new HashMap<>();
    private final Map<Shop, Long> left = new HashMap<>();
    private final Map<Shop, BigDecimal> tipped = new HashMap<>();
    private final Map<Shop, Map<Deed, Map<LocalDate, Long>>> days = new HashMap<>();
    private long done;
    private final List<String> refused = new ArrayList<>();

    synchronized void count(Step step) {
        counts.computeIfAbsent(step.shop(), any -> new EnumMap<>(Deed.class)).merge(step.deed(), 1L, Long::sum);
        done++;
    }

    /** @param createdAt as the answer has it */
    synchronized void dated(Shop shop, Deed deed, String createdAt) {
        LocalDate day = LocalDate.ofInstant(Instant.parse(createdAt), ZoneOffset.UTC);
        daysOf(shop, deed).merge(day, 1L, Long::sum);
    }

    /** However they come about: by an order's installments, a tip or an invoice. */
    synchronized void demanded(Shop shop, int more) {
        payments.merge(shop, (long) more, Long::sum);
    }

    /** An account is gone, and counts no more. */
    synchronized void left(Shop shop) {
        left.merge(shop, 1L, Long::sum);
    }

    synchronized void tipped(Shop shop, BigDecimal amount) {
        tipped.merge(shop, amount, BigDecimal::add);
    }

    synchronized void refused(String what) {
        refused.add(what);
    }

    synchronized long done() {
        return done;
    }

    synchronized List<String> refusals() {
        return List.copyOf(refused);
    }

    synchronized long of(Deed deed) {
        return counts.values().stream()
                .mapToLong(each -> each.getOrDefault(deed, 0L))
                .sum();
    }

    synchronized long payments() {
        return payments.values().stream().mapToLong(Long::longValue).sum();
    }

    public synchronized List<Website> websites() {
        return counts.entrySet().stream()
                .map(each -> new Website(
                        each.getKey().id,
                        each.getKey().site.name(),
                        each.getKey().domain,
                        named(each.getKey(), each.getValue()),
                        tipped.getOrDefault(each.getKey(), BigDecimal.ZERO),
                        Map.copyOf(daysOf(each.getKey(), Deed.TIP)),
                        Map.copyOf(daysOf(each.getKey(), Deed.TICKET))))
                .toList();
    }

    private Map<LocalDate, Long> daysOf(Shop shop, Deed deed) {
        return days.computeIfAbsent(shop, any -> new EnumMap<>(Deed.class))
                .computeIfAbsent(deed, any -> new HashMap<>());
    }

    private Map<String, Long> named(Shop shop, Map<Deed, Long> counted) {
        Map<String, Long> named = new TreeMap<>();
        counted.forEach((deed, count) -> named.put(deed.plural, count));
        named.put("accounts left", left.getOrDefault(shop, 0L));
        named.put("payments", payments.getOrDefault(shop, 0L));
        return named;
    }
}
