package io.scriptorium.launcher;

import java.io.PrintStream;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Supplier;

/** Tells whoever sits at the terminal what happens. */
final class Progress {
    private static final DateTimeFormatter TIME_OF_DAY = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final PrintStream out;

    Progress(PrintStream out) {
        this.out = out;
    }

    /** Does it, and says how long it took. */
    <T> T step(String name, Supplier<T> work) {
        long start = System.nanoTime();
        T result = work.get();
        out.println("  %-26s %s".formatted(name, seconds(System.nanoTime() - start)));
        return result;
    }

    void step(String name, Runnable work) {
        step(name, () -> {
            work.run();
            return null;
        });
    }

    /** Something that nobody asked for, with the time of day. */
    void event(String sentence) {
        out.println(LocalTime.now().format(TIME_OF_DAY) + " " + sentence);
    }

    void say(String text) {
        out.println(text);
    }

    static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.1f s", Duration.ofNanos(nanos).toMillis() / 1000.0);
    }
}
