package io.scriptorium.payments.provider;

import java.util.concurrent.atomic.AtomicReference;

/** Where the work ends abruptly, once, as if the process had died. */
public final class Failpoints {
    private static final AtomicReference<String> NEXT = new AtomicReference<>();

    private Failpoints() {}

    public static void failAt(String step) {
        NEXT.set(step);
    }

    /** Whether it was reached since. */
    public static boolean spent() {
        return NEXT.get() == null;
    }

    public static void reach(String step) {
        String next = NEXT.get();
        if (step.equals(next) && NEXT.compareAndSet(next, null)) {
            throw new IllegalStateException("died " + step);
        }
    }
}
