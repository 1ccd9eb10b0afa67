package io.scriptorium.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scriptorium.local.DataFolder;
import io.scriptorium.local.PartFailure;
import io.scriptorium.local.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreflightTest {
    private static final Map<Integer, String> ONE = Map.of(8080, "the gateway");

    @TempDir
    Path temporary;

    @Test
    void saysWhichPortIsInUseAndWhoWantsIt() {
        assertThat(Preflight.portsInUse(ONE, port -> false))
                .contains(
                        "In use by another program on 127.0.0.1: port 8080 (wanted by the gateway). Stop it, or choose"
                                + " other ports with --port (all are counted from that one).");
        assertThat(Preflight.portsInUse(new PortPlan(8080).all(ServiceDefinition.ALL), port -> port < 8090))
                .hasValueSatisfying(sentence -> assertThat(sentence)
                        .contains("ports 8091 (wanted by writer-service's health and metrics), 8092")
                        .doesNotContain("8081"));
        assertThat(Preflight.portsInUse(ONE, port -> true)).isEmpty();
    }

    @Test
    void saysHowMuchSpaceIsMissing() {
        SuiteFolder folder = new SuiteFolder(Path.of("/data"));

        assertThat(Preflight.tooLittleSpace(700L << 20, folder))
                .contains("Only 700 MiB are free on the disk of /data; the suite wants at least 1024 MiB.");
        assertThat(Preflight.tooLittleSpace(Preflight.NEEDED_BYTES, folder)).isEmpty();
    }

    @Test
    void refusesAFolderThatHoldsOtherThingsAndLeavesThemAlone() throws IOException {
        Path foreign = Files.writeString(temporary.resolve("thesis.txt"), "years of work");

        assertThatThrownBy(() -> preflight(temporary).pass(true))
                .isInstanceOf(PartFailure.class)
                .hasMessageContaining("holds other things than a suite's data");

        assertThat(temporary.toFile().list()).containsExactly("thesis.txt");
        assertThat(foreign).hasContent("years of work");
    }

    @Test
    void emptiesItsOwnFolderOnlyWhenAsked() throws IOException {
        preflight(temporary).pass(false).close();
        Path old = Files.writeString(temporary.resolve("old"), "data");

        preflight(temporary).pass(false).close();
        assertThat(old).exists();

        preflight(temporary).pass(true).close();
        assertThat(old).doesNotExist();
        assertThat(temporary.resolve("run")).isDirectory();
    }

    @Test
    void refusesAFolderThatASuiteRunsOnAndKeepsItsData() throws IOException {
        SuiteFolder folder = new SuiteFolder(temporary);
        try (DataFolder running = preflight(temporary).pass(false)) {
            Path data = Files.writeString(temporary.resolve("data"), "live");
            SuiteState.ofThisProcess(true, 4711, List.of()).write(folder.state());

            assertThatThrownBy(() -> preflight(temporary).pass(true))
                    .isInstanceOf(PartFailure.class)
                    .hasMessageContaining("A suite runs on " + running.path())
                    .hasMessageContaining("http://localhost:4711")
                    .hasMessageContaining("deploy/suite down");
            assertThat(data).exists();
        }
    }

    @Test
    void givesTheFolderUpAgainWhenAPortIsInUse() throws IOException {
        int gateway = freeRange();
        try (ServerSocket taken = new ServerSocket(gateway, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> new Preflight(
                                    new SuiteFolder(temporary),
                                    new PortPlan(taken.getLocalPort()),
                                    ServiceDefinition.ALL)
                            .pass(false))
                    .isInstanceOf(PartFailure.class)
                    .hasMessageContaining(gateway + " (wanted by the gateway)");
        }
        preflight(temporary).pass(false).close();
    }

    private static Preflight preflight(Path folder) {
        return new Preflight(new SuiteFolder(folder), new PortPlan(freeRange()), ServiceDefinition.ALL);
    }

    private static int freeRange() {
        int port = Ports.free();
        while (port > PortPlan.HIGHEST
                || !new PortPlan(port)
                        .all(ServiceDefinition.ALL).keySet().stream().allMatch(Ports::isFree)) {
            port = Ports.free();
        }
        return port;
    }
}
