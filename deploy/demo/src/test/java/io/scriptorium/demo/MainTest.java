package io.scriptorium.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class MainTest {
    @ParameterizedTest
    @CsvSource({
        "--websites, 0, --websites must be from 1 to 50",
        "--websites, 51, --websites must be from 1 to 50",
        "--days, -1, --days must be from 0 to 730",
        "--days, 731, --days must be from 0 to 730",
        "--scale, 0, --scale must be from 0.01 to 20",
        "--scale, NaN, --scale must be from 0.01 to 20",
        "--clients, 9, --clients must be from 1 to 8",
        "--days, many, Invalid value for option '--days'",
        "--colour, red, Unknown options: '--colour'",
    })
    void refusesWhatMakesNoSense(String option, String value, String because) {
        StringWriter said = new StringWriter();
        assertThat(run(said, option, value)).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(said.toString()).contains(because);
    }

    @Test
    void saysThatNobodyIsThere() {
        StringWriter said = new StringWriter();
        assertThat(run(said, "--websites", "1")).isEqualTo(CommandLine.ExitCode.SOFTWARE);
        assertThat(said.toString()).contains("nobody is there");
    }

    /** Port 1 is nobody's. */
    private static int run(StringWriter said, String... options) {
        List<String> arguments =
                new ArrayList<>(List.of("--gateway", "http://127.0.0.1:1", "--issuer", "target/issuer"));
        arguments.addAll(List.of(options));
        return Main.commandLine().setErr(new PrintWriter(said, true)).execute(arguments.toArray(String[]::new));
    }
}
