package io.scriptorium.dashboard.query;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A table as RFC 4180 has it, in UTF-8. Text that a spreadsheet would take for a formula gets an apostrophe before it;
 * numbers stay numbers, also negative ones.
 */
final class Csv {
    private static final String LINE_END = "\r\n";
    private static final String FORMULA = "=+-@\t\r\n";
    private static final String NEEDS_QUOTES = "(?s).*[\",\r\n].*";

    private Csv() {}

    /** @param view the whole view, as it was answered */
    static byte[] of(Table table, JsonNode view) {
        String currency = view.path("currency").asText("no currency");
        StringBuilder csv = new StringBuilder();
        csv.append(line(table.columns().stream()
                .map(column -> text(column.header(currency)))
                .toList()));
        JsonNode rows = at(view, table.place());
        for (JsonNode row : rows.isArray() ? rows : List.of(rows)) {
            csv.append(line(table.columns().stream()
                    .map(column -> cell(at(row, column.field())))
                    .toList()));
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static JsonNode at(JsonNode node, String place) {
        return place.isEmpty() ? node : node.at("/" + place.replace('.', '/'));
    }

    private static String line(List<String> cells) {
        return cells.stream().collect(Collectors.joining(",", "", LINE_END));
    }

    private static String cell(JsonNode value) {
        if (value.isNull() || value.isMissingNode()) {
            return "";
        }
        if (value.isNumber()) {
            return value.isIntegralNumber()
                    ? value.asText()
                    : value.decimalValue().toPlainString();
        }
        return text(value.asText());
    }

    private static String text(String text) {
        String harmless = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return harmless.matches(NEEDS_QUOTES) ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
    }
}
