package io.scriptorium.specialorders.order;

import static io.scriptorium.specialorders.order.Orders.ADMIN;
import static io.scriptorium.specialorders.order.Orders.CALENDAR;
import static io.scriptorium.specialorders.order.Orders.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scriptorium.owner.inbox.UnreadableChange;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an order makes of what is heard of its payments. */
class InstallmentPaymentTest {
    private static final Instant PAID_AT = Instant.parse("2026-03-02T10:00:00Z");
    private static final Actor HEARD = Actor.payment(Instant.parse("2026-03-02T10:00:01Z"));

    private final SpecialOrder order = anOrder().approved();
    private final Installment deposit = order.installments.get(0);
    private final Installment rest = order.installments.get(1);

    @Test
    void startsWhenTheDepositIsPaid() {
        hear(deposit, "completed");
        assertThat(order.status).isEqualTo(OrderStatus.IN_PROGRESS);
        assertThat(deposit.status).isEqualTo(InstallmentStatus.PAID);
        assertThat(deposit.paidAt).isEqualTo(PAID_AT);
        assertThat(deposit.paidBy).isEqualTo(PaidBy.PAYMENT);
    }

    @Test
    void waitsForTheDepositWhateverElseIsPaid() {
        hear(rest, "completed");
        assertThat(order.status).isEqualTo(OrderStatus.AWAITING_APPROVAL);
        assertThat(rest.status).isEqualTo(InstallmentStatus.PAID);
    }

    @ParameterizedTest
    @CsvSource({
        "pending, UNPAID",
        "processing, UNPAID",
        "failed, UNPAID",
        "partially_refunded, PAID",
        "refunded, UNPAID"
    })
    void isPaidWhileTheMoneyIsHere(String status, InstallmentStatus expected) {
        hear(deposit, "completed");
        SpecialOrder other = anOrder().approved();
        hear(other, other.installments.get(0), status);
        assertThat(other.installments.get(0).status).isEqualTo(expected);
    }

    @Test
    void opensARefundedInstallmentAgainAndStaysInProgress() {
        hear(deposit, "completed");
        hear(deposit, "refunded");
        assertThat(deposit.status).isEqualTo(InstallmentStatus.UNPAID);
        assertThat(deposit.paidAt).isNull();
        assertThat(order.status).isEqualTo(OrderStatus.IN_PROGRESS);
        assertThat(actions()).endsWith(HistoryAction.INSTALLMENT_REOPENED);
    }

    @Test
    void endsAlikeWhenOnlyTheRefundIsHeardOf() {
        hear(deposit, "refunded");
        assertThat(deposit.status).isEqualTo(InstallmentStatus.UNPAID);
        assertThat(order.status).isEqualTo(OrderStatus.IN_PROGRESS);
        assertThat(actions())
                .endsWith(HistoryAction.INSTALLMENT_PAID, HistoryAction.STARTED, HistoryAction.INSTALLMENT_REOPENED);
    }

    @Test
    void isCancelledWhenTheDepositExpires() {
        hear(deposit, "expired");
        assertThat(order.status).isEqualTo(OrderStatus.CANCELLED);
        assertThat(order.installments).allMatch(installment -> installment.is(InstallmentStatus.VOID));
    }

    @Test
    void waitsOnHoldWhenALaterOneExpiresUntilItIsRescheduled() {
        hear(deposit, "completed");
        hear(rest, "expired");
        assertThat(order.status).isEqualTo(OrderStatus.ON_HOLD);
        assertThat(order.holdCause).isEqualTo(HoldCause.PAYMENT_EXPIRED);
        assertThatThrownBy(() -> order.resume("Because.", ADMIN)).hasMessageContaining("reschedule");
        order.reschedule(new RescheduleOrderRequest(null, "Agreed."), CALENDAR, ADMIN);
        assertThat(order.status).isEqualTo(OrderStatus.IN_PROGRESS);
        assertThat(order.installments)
                .extracting(installment -> installment.status)
                .containsExactly(InstallmentStatus.PAID, InstallmentStatus.VOID, InstallmentStatus.UNPAID);
    }

    @Test
    void waitsOnHoldAlsoWhenTheExpiryIsHeardOfBeforeTheDeposit() {
        hear(rest, "expired");
        hear(deposit, "completed");
        assertThat(order.status).isEqualTo(OrderStatus.ON_HOLD);
        assertThat(order.holdCause).isEqualTo(HoldCause.PAYMENT_EXPIRED);
    }

    @Test
    void staysOnTheStaffsHoldThroughAnExpiryAndAReschedule() {
        hear(deposit, "completed");
        order.hold("Because.", ADMIN);
        hear(rest, "expired");
        order.reschedule(new RescheduleOrderRequest(null, "Agreed."), CALENDAR, ADMIN);
        assertThat(order.status).isEqualTo(OrderStatus.ON_HOLD);
        order.resume("Because.", ADMIN);
        assertThat(order.status).isEqualTo(OrderStatus.IN_PROGRESS);
    }

    @Test
    void takesNoNoticeOfTheEndOfAPaymentThatNobodyWaitsFor() {
        hear(deposit, "completed");
        order.payByOverride(rest.id, "By transfer.", ADMIN);
        int before = order.happened.size();
        hear(rest, "expired");
        assertThat(order.status).isEqualTo(OrderStatus.IN_PROGRESS);
        assertThat(order.happened).hasSize(before);
    }

    @Test
    void neverLosesSightOfMoneyThatNothingAsksFor() {
        order.payByOverride(deposit.id, "By transfer.", ADMIN);
        hear(deposit, "completed");
        assertThat(actions()).endsWith(HistoryAction.REFUND_DUE);
        hear(deposit, "refunded");
        assertThat(actions()).endsWith(HistoryAction.PAYMENT_REFUNDED);
        assertThat(deposit.status).isEqualTo(InstallmentStatus.PAID);
        order.cancel("Because.", ADMIN);
        hear(rest, "completed");
        assertThat(rest.status).isEqualTo(InstallmentStatus.VOID);
        assertThat(actions()).endsWith(HistoryAction.REFUND_DUE);
    }

    @Test
    void asksForARefundOfWhatWasPaidForAnOrderThatIsCancelled() {
        hear(deposit, "completed");
        order.cancel("Because.", ADMIN);
        assertThat(actions()).endsWith(HistoryAction.CANCELLED, HistoryAction.REFUND_DUE);
        hear(deposit, "refunded");
        assertThat(deposit.status).isEqualTo(InstallmentStatus.VOID);
    }

    @Test
    void refusesAnotherPaymentAndAnotherAmount() {
        hear(deposit, "pending");
        deposit.paymentId = UUID.randomUUID();
        assertThatThrownBy(() -> hear(order, deposit, "completed", UUID.randomUUID(), deposit.amount))
                .isInstanceOf(UnreadableChange.class);
        assertThatThrownBy(() -> hear(order, deposit, "completed", deposit.paymentId, BigDecimal.ONE))
                .isInstanceOf(UnreadableChange.class);
    }

    /**
     * Payments live, each of their states may be heard of or not, twice or never but for the last; those of different
     * payments in any order. What a payment's installment is afterwards depends on its last state alone.
     */
    @Test
    void endsAsTheLastStatesSayWhateverWasMissedOrRepeated() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int run = 0; run < 5_000; run++) {
            SpecialOrder subject = anOrder().approved();
            subject.start("Because.", ADMIN);
            subject.reschedule(
                    new RescheduleOrderRequest(new ScheduleFields(null, null, 5, null, null), "Because."),
                    CALENDAR,
                    ADMIN);
            List<Installment> open = subject.installments.stream()
                    .filter(installment -> installment.is(InstallmentStatus.UNPAID))
                    .toList();
            open.forEach(installment -> installment.id = UUID.randomUUID());
            List<List<String>> lives = new ArrayList<>();
            List<Integer> arrivals = new ArrayList<>();
            for (int i = 0; i < open.size(); i++) {
                List<String> heard = heardOf(aLife(random), random);
                lives.add(heard);
                arrivals.addAll(Collections.nCopies(heard.size(), i));
            }
            List<String> ends =
                    lives.stream().map(life -> life.get(life.size() - 1)).toList();
            Collections.shuffle(arrivals, random);
            arrivals.forEach(i -> hear(subject, open.get(i), lives.get(i).remove(0)));

            String told = "seed %d, run %d: %s".formatted(seed, run, ends);
            for (int i = 0; i < open.size(); i++) {
                InstallmentStatus expected =
                        List.of("completed", "partially_refunded").contains(ends.get(i))
                                ? InstallmentStatus.PAID
                                : InstallmentStatus.UNPAID;
                assertThat(open.get(i).status).as(told).isEqualTo(expected);
            }
            assertThat(subject.status)
                    .as(told)
                    .isEqualTo(ends.contains("expired") ? OrderStatus.ON_HOLD : OrderStatus.IN_PROGRESS);
            assertThat(subject.happened.stream()
                            .filter(entry -> entry.action == HistoryAction.INSTALLMENT_REOPENED)
                            .count())
                    .as(told)
                    .isEqualTo(ends.stream().filter("refunded"::equals).count());
            BigDecimal due = open.stream()
                    .filter(installment -> installment.is(InstallmentStatus.UNPAID))
                    .map(installment -> installment.amount)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(subject.unscheduled()).as(told).isEqualByComparingTo(due);
        }
    }

    private static List<String> aLife(Random random) {
        List<List<String>> lives = List.of(
                List.of("pending"),
                List.of("pending", "processing"),
                List.of("pending", "processing", "failed"),
                List.of("pending", "processing", "failed", "processing", "completed"),
                List.of("pending", "processing", "completed"),
                List.of("pending", "processing", "completed", "partially_refunded"),
                List.of("pending", "processing", "completed", "partially_refunded", "refunded"),
                List.of("pending", "processing", "completed", "refunded"),
                List.of("pending", "expired"),
                List.of("pending", "cancelled"));
        return lives.get(random.nextInt(lives.size()));
    }

    private static List<String> heardOf(List<String> life, Random random) {
        List<String> heard = new ArrayList<>();
        for (int i = 0; i < life.size(); i++) {
            boolean last = i == life.size() - 1;
            if (last || random.nextBoolean()) {
                heard.addAll(Collections.nCopies(1 + random.nextInt(2), life.get(i)));
            }
        }
        return heard;
    }

    private List<HistoryAction> actions() {
        return order.happened.stream().map(entry -> entry.action).toList();
    }

    private void hear(Installment installment, String status) {
        hear(order, installment, status);
    }

    private static void hear(SpecialOrder order, Installment installment, String status) {
        UUID payment =
                UUID.nameUUIDFromBytes(installment.id.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        hear(order, installment, status, payment, installment.amount);
    }

    private static void hear(
            SpecialOrder order, Installment installment, String status, UUID payment, BigDecimal amount) {
        boolean expired = status.equals("expired");
        boolean paid = List.of("completed", "partially_refunded", "refunded").contains(status);
        order.hear(
                new PaymentState(
                        payment,
                        order.websiteId(),
                        "installment",
                        installment.id.toString(),
                        amount,
                        order.currency,
                        expired ? "cancelled" : status,
                        paid ? PAID_AT : null,
                        expired ? "expired" : status.equals("cancelled") ? "requested" : null),
                HEARD);
    }
}
