package io.scriptorium.dashboard.repair;

import java.math.BigDecimal;
import java.util.List;

/**
 * The counters that are not what the facts say; there must be none.
 *
 * @param cells at most {@value #MAX_CELLS} per dashboard
 */
public record DriftView(int differences, List<Cell> cells) {
    static final int MAX_CELLS = 1_000;

    /**
     * @param counter the table
     * @param cell its key: website, role, day …
     * @param expected what the facts say
     */
    public record Cell(String dashboard, String counter, String cell, BigDecimal expected, BigDecimal actual) {}
}
