package io.scriptorium.launcher;

import io.scriptorium.local.PartFailure;
import io.scriptorium.local.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes room for a service in dev mode, and prints two lines: its environment file, and the flag to remove at the end. */
@Command(name = "dev", description = "Runs a service in Quarkus dev mode, the rest as it is.")
final class DevCommand implements Callable<Integer> {
    private static final Duration GONE_WITHIN = Duration.ofSeconds(60);
    private static final long BETWEEN_LOOKS_MILLIS = 100;

    @Spec
    private CommandSpec spec;

    @Mixin
    private DataOption data;

    @Parameters(paramLabel = "SERVICE")
    private String name;

    @Option(names = "--pid", hidden = true, required = true, description = "Of whoever runs it meanwhile.")
    private long pid;

    @Override
    public Integer call() throws IOException, InterruptedException {
        ServiceDefinition service = ServiceDefinition.named(name)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "There is no service " + name + "; there are: "
                                + ServiceDefinition.ALL.stream()
                                        .map(ServiceDefinition::name)
                                        .collect(Collectors.joining(", "))));
        SuiteState suite = SuiteState.runningOrFail(data.folder());
        if (!suite.ready()) {
            throw new PartFailure("The suite is still starting; try again when it is ready.");
        }
        DevFlag flag = new DevFlag(data.folder().devFlag(name));
        if (flag.isRaised()) {
            throw new PartFailure(name + " is in dev mode already.");
        }
        flag.raise(pid);
        awaitRoom(service, new PortPlan(suite.port()), flag);
        System.out.println(data.folder().environment(name));
        System.out.println(flag.file());
        return 0;
    }

    private void awaitRoom(ServiceDefinition service, PortPlan ports, DevFlag flag)
            throws IOException, InterruptedException {
        Instant deadline = Instant.now().plus(GONE_WITHIN);
        while (!Ports.isFree(ports.of(service)) || !Ports.isFree(ports.managementOf(service))) {
            if (Instant.now().isAfter(deadline)) {
                Files.deleteIfExists(flag.file());
                throw new PartFailure("The suite did not stop its own " + name + " within " + GONE_WITHIN.toSeconds()
                        + " s; see what it says.");
            }
            Thread.sleep(BETWEEN_LOOKS_MILLIS);
        }
    }
}
