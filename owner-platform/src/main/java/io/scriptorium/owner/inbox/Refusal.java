package io.scriptorium.owner.inbox;

import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.transaction.xa.XAException;
import org.hibernate.StaleStateException;

/** Tells what no repetition helps from what passes. */
final class Refusal {
    /** SQLSTATE classes of a row that the database will refuse for ever: data exception, constraint violation. */
    private static final Set<String> FOR_EVER = Set.of("22", "23");

    private static final int LONGEST_CHAIN = 20;

    private Refusal() {}

    /**
     * Why the change is refused, without anything of its content; empty when it is to be tried again: the database was
     * away or busy, or the transaction did not come through for a reason that is not this change's.
     */
    static Optional<String> causeOf(Throwable failure) {
        Optional<String> unreadable = chain(failure)
                .filter(UnreadableChange.class::isInstance)
                .map(Throwable::getMessage)
                .findFirst();
        if (unreadable.isPresent()) {
            return unreadable;
        }
        Optional<SQLException> database = chain(failure)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .findFirst();
        if (database.isPresent()) {
            return database.filter(Refusal::isForEver).map(refused -> "the database refuses it: " + firstLine(refused));
        }
        return chain(failure).anyMatch(Refusal::passes) ? Optional.empty() : Optional.of(unforeseen(failure));
    }

    /** What began it. */
    static Throwable first(Throwable failure) {
        return chain(failure).reduce((outer, inner) -> inner).orElse(failure);
    }

    private static boolean isForEver(SQLException refused) {
        return Stream.iterate(refused, chained -> chained != null, SQLException::getNextException)
                .limit(LONGEST_CHAIN)
                .map(SQLException::getSQLState)
                .anyMatch(state -> state != null && state.length() == 5 && FOR_EVER.contains(state.substring(0, 2)));
    }

    private static boolean passes(Throwable link) {
        return link instanceof OptimisticLockException
                || link instanceof PessimisticLockException
                || link instanceof LockTimeoutException
                || link instanceof StaleStateException
                || link instanceof XAException
                || link.getClass().getPackageName().equals("jakarta.transaction");
    }

    /** Where it happened rather than its message, which may quote anything. */
    private static String unforeseen(Throwable failure) {
        Throwable first = first(failure);
        StackTraceElement[] trace = first.getStackTrace();
        return "the handler failed: " + first.getClass().getSimpleName()
                + (trace.length == 0 ? "" : " at " + trace[0].getClassName() + ":" + trace[0].getLineNumber());
    }

    private static String firstLine(SQLException refused) {
        return String.valueOf(refused.getMessage())
                .lines()
                .findFirst()
                .orElse("")
                .replaceFirst("^ERROR: ", "");
    }

    private static Stream<Throwable> chain(Throwable failure) {
        return Stream.iterate(failure, link -> link != null, Throwable::getCause)
                .limit(LONGEST_CHAIN);
    }
}
