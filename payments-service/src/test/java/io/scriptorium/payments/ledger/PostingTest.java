package io.scriptorium.payments.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PostingTest {
    private static final UUID PAYMENT = UUID.randomUUID();
    private static final UUID CLIENT = UUID.randomUUID();
    private static final UUID WRITER = UUID.randomUUID();

    @Test
    void chargesAndSettlesAnOrder() {
        assertThat(lines(Posting.paid(split("100.00", null, "0.00"))))
                .containsExactly(
                        "charge platform -100.00",
                        "charge client 100.00",
                        "payment provider_clearing 100.00",
                        "payment client -100.00");
    }

    @Test
    void sharesATipBetweenWriterAndPlatform() {
        assertThat(lines(Posting.paid(split("25.00", WRITER, "15.00"))))
                .containsExactly(
                        "tip_split writer -15.00",
                        "tip_split platform -10.00",
                        "tip_split client 25.00",
                        "payment provider_clearing 25.00",
                        "payment client -25.00");
    }

    @Test
    void leavesOutWhoGetsNothing() {
        assertThat(lines(Posting.paid(split("25.00", WRITER, "25.00")))).noneMatch(line -> line.contains("platform"));
        assertThat(lines(Posting.paid(split("25.00", WRITER, "0.00")))).noneMatch(line -> line.contains(" writer "));
    }

    @Test
    void givesBackWhatWasEarned() {
        assertThat(lines(Posting.refunded(split("5.00", WRITER, "3.00"), new BigDecimal("5.00"))))
                .containsExactly(
                        "credit_note writer 3.00",
                        "credit_note platform 2.00",
                        "credit_note client -5.00",
                        "refund client 5.00",
                        "refund provider_clearing -5.00");
    }

    @Test
    void refusesASplitThatIsNone() {
        for (String share : List.of("25.01", "-0.01")) {
            assertThatThrownBy(() -> split("25.00", WRITER, share)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> split("0.00", WRITER, "0.00")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> split("25.00", null, "1.00")).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<String> lines(List<Posting> postings) {
        postings.forEach(posting -> assertThat(
                        posting.entries().stream().map(Posting.Entry::amount).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isZero());
        return postings.stream()
                .flatMap(posting -> posting.entries().stream()
                        .map(entry -> posting.kind().wireName() + " "
                                + entry.account().kind().wireName() + " " + entry.amount()))
                .toList();
    }

    private static Posting.Split split(String amount, UUID writer, String share) {
        return new Posting.Split(
                "website", "USD", PAYMENT, CLIENT, new BigDecimal(amount), writer, new BigDecimal(share));
    }
}
