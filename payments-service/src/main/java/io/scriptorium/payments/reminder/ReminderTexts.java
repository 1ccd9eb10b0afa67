package io.scriptorium.payments.reminder;

import io.scriptorium.payments.template.TemplateService;
import io.scriptorium.payments.website.WebsiteView;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.RoundingMode;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/** The words of a reminder: all that is known when it is recorded is filled in, the client's name when it is mailed. */
@ApplicationScoped
class ReminderTexts {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private final TemplateService templates;

    ReminderTexts(TemplateService templates) {
        this.templates = templates;
    }

    void write(Reminder reminder, String subject, String message, ReminderSchedule payment, WebsiteView website) {
        Map<String, String> values = Map.of(
                TemplateService.AMOUNT,
                payment.amount.setScale(2, RoundingMode.HALF_EVEN).toPlainString(),
                TemplateService.CURRENCY,
                payment.currency,
                TemplateService.DUE_DATE,
                DAY.format(payment.dueAt.atZone(website.timeZone())),
                TemplateService.WEBSITE,
                website.name(),
                TemplateService.REFERENCE,
                payment.reference);
        // A subject is one line, whatever a value holds.
        reminder.title = templates.filled(subject, values).replaceAll("\\p{Cntrl}+", " ");
        reminder.text = templates.filled(message, values);
    }

    Letter letter(Reminder reminder, String clientName, String address) {
        Map<String, String> name = Map.of(TemplateService.CLIENT_NAME, clientName);
        return new Letter(
                reminder.id,
                address,
                templates.filled(reminder.title, name).replaceAll("\\p{Cntrl}+", " "),
                templates.filled(reminder.text, name));
    }
}
