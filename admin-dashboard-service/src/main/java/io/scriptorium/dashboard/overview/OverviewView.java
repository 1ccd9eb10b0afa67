package io.scriptorium.dashboard.overview;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.scriptorium.dashboard.cache.DashboardView;
import io.scriptorium.dashboard.platform.Amounts;
import io.scriptorium.dashboard.platform.ScopeView;
import io.scriptorium.dashboard.query.ComparisonView;
import io.scriptorium.dashboard.query.PeriodView;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;

/**
 * The overview: of each dashboard what matters most. A number is the one that the dashboard itself shows under the same
 * name; the last ones of each block are those of the period.
 *
 * @param currency of every amount: that chosen, or that of the website, or that of most websites; null if none is known
 * @param compare by block, the numbers of the span before; only if asked for
 * @param asOf when the numbers were read
 */
public record OverviewView(
        String currency,
        Users users,
        PaymentReminders paymentReminders,
        SpecialOrders specialOrders,
        Tips tips,
        Payments payments,
        Writers writers,
        Tickets tickets,
        PeriodView period,
        @JsonInclude(JsonInclude.Include.NON_NULL) Map<String, ComparisonView> compare,
        Instant asOf,
        ScopeView scope)
        implements DashboardView {

    public record Users(
            long totalUsers,
            long activeUsers,
            long suspendedUsers,
            long totalWriters,
            long totalEditors,
            long totalSupport,
            long totalClients,
            long newUsers) {}

    /** @param sentReminders within the period; {@code recent_sent_reminders} are those of seven days */
    public record PaymentReminders(
            long totalReminderConfigs,
            long activeReminderConfigs,
            long totalDeletionMessages,
            long activeDeletionMessages,
            long totalSentReminders,
            long recentSentReminders,
            long sentReminders) {}

    public record SpecialOrders(
            long totalOrders,
            long inquiryOrders,
            long awaitingApproval,
            long inProgress,
            long completed,
            long needsApproval,
            long needsEstimation,
            BigDecimal totalRevenue,
            long pendingInstallments,
            long recentOrders) {}

    public record Tips(
            long totalTips,
            BigDecimal totalTipAmount,
            BigDecimal totalWriterEarnings,
            BigDecimal totalPlatformProfit,
            long recentTips,
            BigDecimal recentTipAmount) {}

    public record Payments(
            long totalPayments,
            long paidPayments,
            long pendingPayments,
            long failedPayments,
            BigDecimal totalPaid,
            BigDecimal totalRefunded,
            BigDecimal netRevenue,
            long paid,
            BigDecimal revenue,
            BigDecimal refunded) {}

    public record Writers(
            long totalWriters,
            long activeWriters,
            long availableWriters,
            BigDecimal avgRating,
            long openOrderRequests,
            BigDecimal approvalRate,
            long newWriters) {
        public Writers {
            avgRating = Amounts.of(avgRating);
            approvalRate = Amounts.of(approvalRate);
        }
    }

    public record Tickets(long totalTickets, long openTickets, long opened, long resolved, long closed) {}
}
