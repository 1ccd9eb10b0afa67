package io.scriptorium.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class CommandsTest {
    @TempDir
    Path folder;

    private final StringWriter errors = new StringWriter();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "token                                     | --role",
                "token --role admin                        | --website",
                "token --role superadmin --website x       | leave --website out",
                "token --role superadmin --ttl 2y          | 7d",
                "token --role king                         | There is no role king",
                "open --role admin                         | --website",
                "open --website x                          | leave --website out",
                "open --role king                          | There is no role king",
                "open --ttl 1d                             | --ttl",
                "up --port 80                              | between 1024 and",
                "up --port eighty                          | eighty",
                "up --quickly                              | --quickly",
                "logs                                      | SERVICE",
                "logs nobody                               | There is no log of nobody",
                "mails -n 0                                | -n must be at least 1",
                "dev nobody --pid 1                        | There is no service nobody"
            })
    void saysWhatIsWrongWithWrongUsageAndExitsWithTwo(String arguments, String says) {
        assertThat(run(arguments.trim().split(" "))).isEqualTo(2);
        assertThat(errors.toString()).contains(says.trim());
    }

    @ParameterizedTest
    @CsvSource({
        "down, No suite runs on",
        "status, No suite runs on",
        "address, No suite runs on",
        "open, No suite runs on",
        "dev writer-service --pid 1, No suite runs on",
        "token --role superadmin, There is no signing key in"
    })
    void saysInOneSentenceThatThereIsNoSuiteAndExitsWithOne(String arguments, String says) {
        assertThat(run((arguments + " --data " + folder).split(" "))).isEqualTo(1);
        assertThat(errors.toString()).contains(says + " " + folder).hasLineCount(1);
    }

    @Test
    void doesNotTakeAnotherProcessForTheSuiteThatOnceHadItsPid() {
        SuiteFolder data = new SuiteFolder(folder);
        data.claim();
        ProcessHandle self = ProcessHandle.current();
        new SuiteState(self.pid(), "2020-01-01T00:00:00Z", true, 8080, List.of()).write(data.state());

        assertThat(run("status", "--data", folder.toString())).isEqualTo(1);
        assertThat(self.isAlive()).isTrue();
    }

    @Test
    void opensThePageOfTheRunningSuiteForWhoIsNamed() {
        SuiteFolder data = new SuiteFolder(folder);
        data.claim();
        OneTimeCodes codes =
                new OneTimeCodes(data.issuer(), Instant.now().minus(Duration.ofMinutes(1)), Clock.systemUTC());
        SuiteState.ofThisProcess(true, 9080, List.of()).write(data.state());

        String said = printed("open", "--role", "admin", "--website", "site-1", "--data", folder.toString());

        assertThat(said).matches("http://localhost:9080/#sign-in=[A-Za-z0-9_.-]+\n");
        assertThat(codes.exchange(said.trim().split("=")[1])).isPresent();
        assertThat(printed("open", "--data", folder.toString())).startsWith("http://localhost:9080/#sign-in=");
    }

    @Test
    void opensNothingBeforeTheSuiteIsUp() {
        SuiteFolder data = new SuiteFolder(folder);
        data.claim();
        SuiteState.ofThisProcess(false, 9080, List.of()).write(data.state());

        assertThat(printed("open", "--data", folder.toString())).isEmpty();
        assertThat(errors.toString()).contains("is still starting").hasLineCount(1);
    }

    private String printed(String... arguments) {
        PrintStream usual = System.out;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            int code = run(arguments);
            assertThat(code).isEqualTo(said.size() == 0 ? 1 : 0);
            return said.toString(StandardCharsets.UTF_8);
        } finally {
            System.setOut(usual);
        }
    }

    private int run(String... arguments) {
        CommandLine commandLine = Main.commandLine();
        commandLine.setErr(new PrintWriter(errors, true));
        return commandLine.execute(arguments);
    }
}
