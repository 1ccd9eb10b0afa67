package io.scriptorium.writers;

import static org.assertj.core.api.Assertions.assertThat;

import io.scriptorium.owner.test.Contract;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Within v1 only additions: {@code contracts/released} is what consumers have, copied there with each release. */
class ReleasedContractTest {
    static Stream<Contract> contracts() {
        return Contract.all();
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void breaksNothingThatConsumersRelyOn(Contract contract) throws IOException {
        assertThat(contract.breaksSinceRelease()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void givesASampleThatFits(Contract contract) throws IOException {
        contract.fits(contract.sample());
    }
}
