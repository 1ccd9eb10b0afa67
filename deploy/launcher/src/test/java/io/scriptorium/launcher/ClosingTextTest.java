package io.scriptorium.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ClosingTextTest {
    private static final String SIGN_IN = "http://localhost:9080/#sign-in=a.b.c";

    @Test
    void namesThePageFirstAndThenTheRest() {
        String text = text(true);
        Matcher addresses = Pattern.compile("http://\\S+").matcher(text);

        assertThat(addresses.find()).isTrue();
        assertThat(addresses.group()).isEqualTo(SIGN_IN);
        assertThat(text)
                .containsOnlyOnce(SIGN_IN)
                .containsSubsequence(
                        SIGN_IN,
                        "deploy/suite open prints",
                        "http://localhost:9080 ",
                        "http://localhost:9080/docs",
                        "deploy/suite token",
                        "deploy/suite down")
                .doesNotContain("--data");
    }

    @Test
    void saysWhichSuiteIsMeantWhenItIsNotTheUsualOne() {
        assertThat(text(false)).contains("deploy/suite open --data '/tmp/the second' prints");
    }

    private static String text(boolean isDefaultFolder) {
        return new ClosingText(
                        SIGN_IN, new PortPlan(9080), new SuiteFolder(Path.of("/tmp/the second")), isDefaultFolder)
                .toString();
    }
}
