package io.scriptorium.payments.reminder;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the engine works. */
@ConfigMapping(prefix = "reminders")
interface RemindersConfig {
    /** False: this process records and sends nothing; others may. */
    @WithDefault("true")
    boolean enabled();

    /** How long to rest when there was nothing to do. */
    @WithDefault("500ms")
    Duration pollInterval();

    /** Payments looked at, or reminders claimed for sending, at once. */
    @WithDefault("200")
    int batchSize();

    /** Mails under way at once. */
    @WithDefault("8")
    int senders();

    /** Between the due date and the expiry, on a website that reminds at 100 %. */
    @WithDefault("1h")
    Duration grace();

    /** How long whoever claimed something may take; afterwards it is taken for dead. */
    @WithDefault("5m")
    Duration lease();

    /** For one mail. Shorter than the lease. */
    @WithDefault("30s")
    Duration sendTimeout();

    /** Until a website, or a client's address, that is not known yet is looked for again. */
    @WithDefault("30s")
    Duration unknownPause();

    /** A client whose address is not known by then has no account any more. */
    @WithDefault("7d")
    Duration unknownAtMost();

    /** How often a mail is tried: with the usual pauses for about seven hours. */
    @WithDefault("14")
    int maxAttempts();

    /** After the first failure; doubled after each. */
    @WithDefault("30s")
    Duration backOffMin();

    @WithDefault("1h")
    Duration backOffMax();
}
