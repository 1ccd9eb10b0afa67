package io.scriptorium.demo;

import java.io.PrintStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;

/** How far it is: one line that is written again and again on a terminal, a line every ten seconds elsewhere. */
final class ProgressLine {
    private static final int WIDTH = 24;
    private static final long EACH_ON_TERMINAL = 100_000_000L;
    private static final long EACH_ELSEWHERE = 10_000_000_000L;

    private final PrintStream out;
    private final boolean terminal;
    private final int all;
    private final long began = System.nanoTime();
    private long told;
    private int done;

    ProgressLine(PrintStream out, boolean terminal, int all) {
        this.out = out;
        this.terminal = terminal;
        this.all = all;
        this.told = terminal ? 0 : began;
    }

    void advance(int more, Instant moment) {
        done += more;
        long now = System.nanoTime();
        if (done < all && now - told < (terminal ? EACH_ON_TERMINAL : EACH_ELSEWHERE)) {
            return;
        }
        told = now;
        String line = line(done, all, (now - began) / 1e9, LocalDate.ofInstant(moment, ZoneOffset.UTC));
        if (terminal) {
            out.print("\r" + line + "   ");
            if (done == all) {
                out.println();
            }
            out.flush();
        } else {
            out.println(line);
        }
    }

    static String line(int done, int all, double seconds, LocalDate day) {
        double rate = done / Math.max(0.001, seconds);
        long left = Math.round((all - done) / Math.max(0.001, rate));
        int full = (int) ((long) WIDTH * done / Math.max(1, all));
        return String.format(
                Locale.ROOT,
                "%s [%s%s] %3d %%  %,d of %,d  %.0f/s  %d:%02d left",
                day,
                "#".repeat(full),
                "-".repeat(WIDTH - full),
                100L * done / Math.max(1, all),
                done,
                all,
                rate,
                left / 60,
                left % 60);
    }
}
