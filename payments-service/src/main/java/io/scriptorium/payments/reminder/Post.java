package io.scriptorium.payments.reminder;

/** What brings a mail on its way. */
interface Post {
    /** @throws PostFailure when it did not take the mail, or did not say so in time */
    void send(Letter letter);
}
