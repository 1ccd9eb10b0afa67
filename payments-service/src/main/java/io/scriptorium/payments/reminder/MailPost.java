package io.scriptorium.payments.reminder;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.TimeoutException;
import io.vertx.ext.mail.SMTPException;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Mail over SMTP. A server that took a mail, and whose answer was lost, gets it again: with the same Message-ID, by which
 * many mailboxes tell that they have it already.
 */
@ApplicationScoped
class MailPost implements Post {
    private final ReactiveMailer mailer;
    private final RemindersConfig config;

    MailPost(ReactiveMailer mailer, RemindersConfig config) {
        this.mailer = mailer;
        this.config = config;
    }

    @Override
    public void send(Letter letter) {
        Mail mail = Mail.withText(letter.to(), letter.subject(), letter.text())
                .addHeader("Message-ID", messageId(letter))
                .addHeader("Auto-Submitted", "auto-generated");
        try {
            mailer.send(mail).await().atMost(config.sendTimeout());
        } catch (TimeoutException tooLate) {
            throw new PostFailure("the mail server did not answer in time", false);
        } catch (RuntimeException failure) {
            throw failureOf(failure);
        }
    }

    static String messageId(Letter letter) {
        return "<" + letter.reminderId() + "@reminders.payments-service>";
    }

    /** The cause's own message can quote the address. */
    private static PostFailure failureOf(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SMTPException refused) {
                return new PostFailure("the mail server refused it: " + refused.getReplyCode(), refused.isPermanent());
            }
        }
        return new PostFailure("the mail server could not be reached", false);
    }
}
