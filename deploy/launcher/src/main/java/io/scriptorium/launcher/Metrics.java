package io.scriptorium.launcher;

import java.util.OptionalDouble;

/**
 * Metrics in Prometheus' text format.
 *
 * @param text lines of {@code name{labels} value}, and comments
 */
record Metrics(String text) {
    /** The largest value among all series of that name; empty if there is none that is a number. */
    OptionalDouble largest(String name) {
        return text.lines()
                .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .mapToDouble(Double::parseDouble)
                .filter(Double::isFinite)
                .max();
    }
}
