package io.scriptorium.dashboard.reminderstats;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.scriptorium.dashboard.cache.DashboardView;
import io.scriptorium.dashboard.platform.Amounts;
import io.scriptorium.dashboard.platform.ScopeView;
import io.scriptorium.dashboard.platform.Span;
import io.scriptorium.dashboard.query.ComparisonView;
import io.scriptorium.dashboard.query.PeriodView;
import io.scriptorium.dashboard.query.Question;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * The payment-reminders dashboard. Days are UTC days. A reminder counts as sent when it was sent by any channel.
 *
 * @param totalSentReminders of all time, without deletion messages
 * @param recentSentReminders sent today and on the six days before
 * @param statusBreakdown all that were ever due, whether sent or not
 * @param outcomeBreakdown what became of the payments after the reminders that were sent
 * @param byChannel sent ones; one that went both ways counts in both
 * @param byConfig the 1,000 that sent most, the most first
 * @param recent sent within the period
 * @param daily one entry for each day of the period, the earliest first
 * @param compare the numbers of {@code recent} in the span before; only if asked for
 * @param asOf when the numbers were read
 */
public record PaymentRemindersView(
        long totalReminderConfigs,
        long activeReminderConfigs,
        long totalDeletionMessages,
        long activeDeletionMessages,
        long totalSentReminders,
        long recentSentReminders,
        long totalSentDeletionMessages,
        List<StatusView> statusBreakdown,
        List<OutcomeView> outcomeBreakdown,
        List<ChannelView> byChannel,
        List<ConfigView> byConfig,
        Recent recent,
        List<DayView> daily,
        PeriodView period,
        @JsonInclude(JsonInclude.Include.NON_NULL) ComparisonView compare,
        Instant asOf,
        ScopeView scope)
        implements DashboardView {

    public record StatusView(String status, long reminders, long deletionMessages) {}

    public record OutcomeView(String outcome, long reminders) {}

    public record ChannelView(String channel, long reminders, long deletionMessages) {}

    /**
     * @param name that it has, or had last; null while it is not known here yet
     * @param isActive whether it is there and active
     * @param paidRate how many percent of those payments were paid afterwards whose fate is known
     */
    public record ConfigView(
            UUID configId,
            UUID websiteId,
            String name,
            Integer deadlinePercentage,
            boolean isActive,
            long sent,
            long paid,
            long expired,
            long open,
            BigDecimal paidRate) {}

    public record Recent(long reminders, long deletionMessages, long byEmail, long byNotification) {}

    /** @param byEmail reminders and deletion messages; those that went both ways are in the next too */
    public record DayView(LocalDate day, long reminders, long deletionMessages, long byEmail, long byNotification) {}

    private static final String REMINDER = "reminder";
    private static final String DELETION = "deletion";

    static PaymentRemindersView of(ReminderNumbers numbers, Question question, Instant asOf) {
        Span span = question.span();
        List<ReminderNumbers.Total> sent = numbers.totals().stream()
                .filter(total -> total.status().equals("sent"))
                .toList();
        return new PaymentRemindersView(
                configs(numbers, any -> true),
                configs(numbers, ReminderNumbers.Configs::active),
                messages(numbers, any -> true),
                messages(numbers, ReminderNumbers.Messages::active),
                sum(sent, REMINDER, ReminderNumbers.Total::reminders),
                numbers.recent(),
                sum(sent, DELETION, ReminderNumbers.Total::reminders),
                statusBreakdown(numbers.totals()),
                outcomeBreakdown(sent),
                List.of(
                        channel("email", sent, ReminderNumbers.Total::byEmail),
                        channel("notification", sent, ReminderNumbers.Total::byNotification)),
                numbers.byConfig().stream()
                        .map(PaymentRemindersView::config)
                        .sorted(Comparator.comparingLong(ConfigView::sent)
                                .reversed()
                                .thenComparing(
                                        ConfigView::deadlinePercentage, Comparator.nullsLast(Comparator.naturalOrder()))
                                .thenComparing(ConfigView::configId))
                        .toList(),
                recent(numbers.days(), span),
                daily(numbers.days(), span),
                question.period(),
                question.compare(recent(numbers.days(), span), recent(numbers.days(), span.before())),
                asOf,
                question.scope().view());
    }

    private static long configs(ReminderNumbers numbers, Predicate<ReminderNumbers.Configs> counted) {
        return numbers.configs().stream()
                .filter(counted)
                .mapToLong(ReminderNumbers.Configs::configs)
                .sum();
    }

    private static long messages(ReminderNumbers numbers, Predicate<ReminderNumbers.Messages> counted) {
        return numbers.messages().stream()
                .filter(counted)
                .mapToLong(ReminderNumbers.Messages::messages)
                .sum();
    }

    private static long sum(
            List<ReminderNumbers.Total> totals, String kind, ToLongFunction<ReminderNumbers.Total> number) {
        return totals.stream()
                .filter(total -> total.kind().equals(kind))
                .mapToLong(number)
                .sum();
    }

    private static List<StatusView> statusBreakdown(List<ReminderNumbers.Total> totals) {
        return totals.stream().collect(Collectors.groupingBy(ReminderNumbers.Total::status)).entrySet().stream()
                .map(ofOne -> new StatusView(
                        ofOne.getKey(),
                        sum(ofOne.getValue(), REMINDER, ReminderNumbers.Total::reminders),
                        sum(ofOne.getValue(), DELETION, ReminderNumbers.Total::reminders)))
                .sorted(Comparator.comparingLong(StatusView::reminders)
                        .reversed()
                        .thenComparing(StatusView::status))
                .toList();
    }

    private static List<OutcomeView> outcomeBreakdown(List<ReminderNumbers.Total> sent) {
        return sent.stream()
                .filter(total -> total.kind().equals(REMINDER))
                .collect(Collectors.groupingBy(
                        ReminderNumbers.Total::outcome, Collectors.summingLong(ReminderNumbers.Total::reminders)))
                .entrySet()
                .stream()
                .map(ofOne -> new OutcomeView(ofOne.getKey(), ofOne.getValue()))
                .sorted(Comparator.comparingLong(OutcomeView::reminders)
                        .reversed()
                        .thenComparing(OutcomeView::outcome))
                .toList();
    }

    private static ChannelView channel(
            String name, List<ReminderNumbers.Total> sent, ToLongFunction<ReminderNumbers.Total> number) {
        return new ChannelView(name, sum(sent, REMINDER, number), sum(sent, DELETION, number));
    }

    private static ConfigView config(ReminderNumbers.ByConfig config) {
        return new ConfigView(
                config.configId(),
                config.websiteId(),
                config.name(),
                config.deadlinePercentage(),
                config.active(),
                config.sent(),
                config.paid(),
                config.expired(),
                config.open(),
                Amounts.percentage(config.paid(), config.paid() + config.expired()));
    }

    private static Recent recent(List<ReminderNumbers.Day> days, Span span) {
        DayView sum = day(
                span.firstDay(),
                days.stream().filter(day -> span.contains(day.day())).toList());
        return new Recent(sum.reminders(), sum.deletionMessages(), sum.byEmail(), sum.byNotification());
    }

    private static List<DayView> daily(List<ReminderNumbers.Day> days, Span span) {
        Map<LocalDate, List<ReminderNumbers.Day>> byDay =
                days.stream().collect(Collectors.groupingBy(ReminderNumbers.Day::day));
        return span.days()
                .map(day -> day(day, byDay.getOrDefault(day, List.of())))
                .toList();
    }

    private static DayView day(LocalDate day, List<ReminderNumbers.Day> sent) {
        return new DayView(
                day,
                sent.stream()
                        .filter(each -> each.kind().equals(REMINDER))
                        .mapToLong(ReminderNumbers.Day::sent)
                        .sum(),
                sent.stream()
                        .filter(each -> each.kind().equals(DELETION))
                        .mapToLong(ReminderNumbers.Day::sent)
                        .sum(),
                sent.stream().mapToLong(ReminderNumbers.Day::byEmail).sum(),
                sent.stream().mapToLong(ReminderNumbers.Day::byNotification).sum());
    }
}
