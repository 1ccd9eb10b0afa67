package io.scriptorium.outbox;

import java.sql.SQLException;

/** The database refused the outbox. Where a transaction runs, it is lost. */
public class OutboxFailure extends RuntimeException {
    OutboxFailure(String doing, SQLException cause) {
        super(doing + ": " + cause.getMessage(), cause);
    }
}
