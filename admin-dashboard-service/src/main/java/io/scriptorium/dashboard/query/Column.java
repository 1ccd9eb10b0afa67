package io.scriptorium.dashboard.query;

/**
 * A column of an export.
 *
 * @param field its name in the view, with dots where it lies deeper
 * @param unit null for a plain count or text
 */
public record Column(String field, String unit) {
    /** Stands for the view's currency. */
    static final String CURRENCY = "{currency}";

    public static Column of(String field) {
        return new Column(field, null);
    }

    /** In a unit, which the header names: {@code days}, {@code %}. */
    public static Column in(String unit, String field) {
        return new Column(field, unit);
    }

    /** In the currency that the view says. */
    public static Column money(String field) {
        return new Column(field, CURRENCY);
    }

    String header(String currency) {
        return unit == null ? field : field + " (" + unit.replace(CURRENCY, currency) + ")";
    }
}
