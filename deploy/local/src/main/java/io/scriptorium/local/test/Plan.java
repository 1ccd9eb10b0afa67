package io.scriptorium.local.test;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * How PostgreSQL ran a statement: the outcome of {@code EXPLAIN (ANALYZE, FORMAT JSON)}.
 *
 * @param statement its SQL
 * @param root the topmost node, as the JSON has it
 */
public record Plan(String statement, Map<String, Object> root) {
    boolean reads(String table) {
        return nodes().anyMatch(isOf(table));
    }

    /** Whether the whole table was read through. */
    public boolean scansSequentially(String table) {
        return nodes().anyMatch(
                        node -> "Seq Scan".equals(node.get("Node Type")) && table.equals(node.get("Relation Name")));
    }

    /**
     * What was touched of a table to find the answer: rows fetched, those thrown away again, and entries that an index
     * gave to a bitmap.
     */
    public long rowsRead(String table) {
        return Math.round(
                nodes().filter(isOf(table)).mapToDouble(Plan::rowsTouched).sum());
    }

    public long rowsReturned() {
        return Math.round(number(root, "Actual Rows") * number(root, "Actual Loops"));
    }

    /** For the message of an assertion. */
    @Override
    public String toString() {
        return statement + "\n" + drawn(root, "  ");
    }

    private static Predicate<Map<String, Object>> isOf(String table) {
        // The index scan beneath a bitmap names its index alone; indexes are called after their table.
        return node -> table.equals(node.get("Relation Name"))
                || "Bitmap Index Scan".equals(node.get("Node Type"))
                        && String.valueOf(node.get("Index Name")).startsWith(table);
    }

    private static double rowsTouched(Map<String, Object> node) {
        return number(node, "Actual Loops")
                * (number(node, "Actual Rows")
                        + number(node, "Rows Removed by Filter")
                        + number(node, "Rows Removed by Index Recheck"));
    }

    private static double number(Map<String, Object> node, String name) {
        return node.get(name) instanceof Number number ? number.doubleValue() : 0;
    }

    private Stream<Map<String, Object>> nodes() {
        return nodes(root);
    }

    private static Stream<Map<String, Object>> nodes(Map<String, Object> node) {
        return Stream.concat(Stream.of(node), children(node).stream().flatMap(Plan::nodes));
    }

    @SuppressWarnings("unchecked") // What PostgreSQL documents of the format.
    private static List<Map<String, Object>> children(Map<String, Object> node) {
        return (List<Map<String, Object>>) node.getOrDefault("Plans", List.of());
    }

    private static String drawn(Map<String, Object> node, String indent) {
        StringBuilder drawing = new StringBuilder(indent);
        for (String detail : List.of(
                "Node Type",
                "Relation Name",
                "Index Name",
                "Index Cond",
                "Filter",
                "Sort Key",
                "Actual Rows",
                "Rows Removed by Filter")) {
            if (node.containsKey(detail)) {
                drawing.append(detail).append(": ").append(node.get(detail)).append("; ");
            }
        }
        children(node).forEach(child -> drawing.append('\n').append(drawn(child, indent + "  ")));
        return drawing.toString();
    }
}
