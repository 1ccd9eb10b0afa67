package io.scriptorium.launcher;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How every process does, one line each, in columns. */
final class StatusTable {
    private static final String NOTHING = "-";

    /** A line. Memory in bytes; outbox in rows; lag in records, of the partition that is furthest behind. */
    record Row(
            String process,
            int port,
            String health,
            OptionalLong memory,
            OptionalDouble outbox,
            OptionalDouble lag,
            long pid) {}

    private final List<List<String>> lines = new ArrayList<>();

    StatusTable(List<Row> rows) {
        lines.add(List.of("PROCESS", "PORT", "HEALTH", "MEMORY", "OUTBOX", "LAG", "PID"));
        rows.forEach(row -> lines.add(List.of(
                row.process(),
                Integer.toString(row.port()),
                row.health(),
                row.memory().isPresent() ? (row.memory().getAsLong() >> 20) + " MiB" : NOTHING,
                whole(row.outbox()),
                whole(row.lag()),
                row.pid() == 0 ? NOTHING : Long.toString(row.pid()))));
    }

    @Override
    public String toString() {
        int[] widths = IntStream.range(0, lines.get(0).size())
                .map(column -> lines.stream()
                        .mapToInt(line -> line.get(column).length())
                        .max()
                        .orElseThrow())
                .toArray();
        return lines.stream()
                .map(line -> IntStream.range(0, line.size())
                        .mapToObj(column -> ("%-" + widths[column] + "s").formatted(line.get(column)))
                        .collect(Collectors.joining("  "))
                        .stripTrailing())
                .collect(Collectors.joining("\n"));
    }

    private static String whole(OptionalDouble number) {
        return number.isPresent() ? String.format(Locale.ROOT, "%.0f", number.getAsDouble()) : NOTHING;
    }
}
