package io.scriptorium.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** What the pages must show of the dashboards' answers: {@code page-numbers.txt}, which says how it is read. */
final class PageNumbers {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM d, uuuu", Locale.US);

    record Number(String card, String label, String dashboard, String field, String kind) {}

    record Table(String card, boolean isChart, String dashboard, String list, List<String[]> columns) {}

    record Of(String path, String title, List<Number> numbers, List<Table> tables) {
        @Override
        public String toString() {
            return title;
        }

        /** By card and label, as a browser would show it in American English. */
        Map<String, String> shown(Function<String, JsonNode> dashboards) {
            Map<String, String> shown = new LinkedHashMap<>();
            for (Number number : numbers) {
                JsonNode answer = dashboards.apply(number.dashboard());
                shown.put(
                        number.card() + " / " + number.label(),
                        format(field(answer, number.field()), number.kind(), currency(answer)));
            }
            return shown;
        }
    }

    private PageNumbers() {}

    static List<Of> all() {
        List<Of> all = new ArrayList<>();
        String card = null;
        String dashboard = null;
        for (String line : lines()) {
            String[] parts = line.split(" \\| ");
            String rest = parts[0].substring(parts[0].indexOf(' ') + 1);
            if (line.startsWith("page ")) {
                all.add(new Of(rest, parts[1], new ArrayList<>(), new ArrayList<>()));
            } else if (line.startsWith("card ")) {
                card = rest;
                dashboard = parts[1];
            } else if (line.startsWith("table ") || line.startsWith("chart ")) {
                List<String[]> columns = Arrays.stream(parts[3].split(" "))
                        .map(column -> column.split(":"))
                        .toList();
                last(all).tables().add(new Table(rest, line.startsWith("chart "), parts[1], parts[2], columns));
            } else {
                last(all).numbers().add(new Number(card, parts[0], dashboard, parts[1], parts[2]));
            }
        }
        return all;
    }

    static List<List<String>> rows(Table table, JsonNode answer) {
        return StreamSupport.stream(field(answer, table.list()).spliterator(), false)
                .map(row -> table.columns().stream()
                        .map(column -> format(row.get(column[0]), column[1], currency(answer)))
                        .toList())
                .toList();
    }

    private static Of last(List<Of> all) {
        return all.get(all.size() - 1);
    }

    private static JsonNode field(JsonNode answer, String path) {
        if (path.startsWith("+")) {
            String[] listAndField = path.substring(1).split("/");
            JsonNode list = answer.get(listAndField[0]);
            int sum = 0;
            for (JsonNode each : list) {
                sum += each.required(listAndField[1]).asInt();
            }
            return IntNode.valueOf(sum);
        }
        return answer.requiredAt("/" + path);
    }

    private static String currency(JsonNode answer) {
        return answer.path("currency").asText("");
    }

    private static String format(JsonNode value, String kind, String currency) {
        if (value.isNull()) {
            return "–";
        }
        switch (kind) {
            case "count":
                return NumberFormat.getIntegerInstance(Locale.US).format(value.asLong());
            case "amount":
                return (currency.equals("USD") ? "$" : currency) + decimal(value);
            case "percent":
                return decimal(value) + " %";
            case "hours":
                return decimal(value) + " h";
            case "decimal":
                return decimal(value);
            case "day":
                return DAY.format(LocalDate.parse(value.asText().substring(0, 10)));
            case "flag":
                return value.asBoolean() ? "yes" : "no";
            case "name":
                String words = value.asText().replace('_', ' ');
                return words.substring(0, 1).toUpperCase(Locale.US) + words.substring(1);
            case "text":
                return value.asText();
            default:
                throw new IllegalArgumentException("no kind " + kind);
        }
    }

    private static String decimal(JsonNode value) {
        NumberFormat decimal = NumberFormat.getNumberInstance(Locale.US);
        decimal.setMinimumFractionDigits(2);
        decimal.setMaximumFractionDigits(2);
        return decimal.format(new BigDecimal(value.asText()));
    }

    private static List<String> lines() {
        try (InputStream file = PageNumbers.class.getResourceAsStream("page-numbers.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
