package io.scriptorium.launcher;

import io.scriptorium.local.DataFolder;
import io.scriptorium.local.PartFailure;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(name = "up", description = "Builds what is missing or stale, and starts everything.")
final class UpCommand implements Callable<Integer> {
    private static final String APPS = "scriptorium.apps";

    @Spec
    private CommandSpec spec;

    @Mixin
    private DataOption data;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "" + PortPlan.DEFAULT,
            description = "The gateway's port (${DEFAULT-VALUE}); all others are counted from it.")
    private int port;

    @Option(names = "--detach", description = "Leaves it running in the background once it is ready.")
    private boolean detach;

    @Option(names = "--fresh", description = "Deletes the data of earlier runs first.")
    private boolean fresh;

    @Override
    public Integer call() throws InterruptedException {
        if (port < PortPlan.LOWEST || port > PortPlan.HIGHEST) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--port must lie between %d and %d; not: %d".formatted(PortPlan.LOWEST, PortPlan.HIGHEST, port));
        }
        PortPlan ports = new PortPlan(port);
        DataFolder lock = new Preflight(data.folder(), ports, ServiceDefinition.ALL).pass(fresh);
        if (detach) {
            lock.close();
            return new DetachedSuite(data.folder(), port).start();
        }
        return run(ports);
    }

    private int run(PortPlan ports) throws InterruptedException {
        Progress progress = new Progress(System.out);
        progress.say("Starting on " + data.folder().root());
        Suite suite = new Suite(data.folder(), ports, ServiceDefinition.ALL, builtServices(), progress);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(suite, progress), "stop"));
        try {
            suite.start();
        } catch (PartFailure e) {
            if (!suite.isStopped()) {
                System.err.println(e.getMessage());
                stop(suite, progress);
            }
            return 1;
        }
        progress.say(new ClosingText(ports, data.folder(), data.isDefault()).toString());
        suite.ready();
        new CountDownLatch(1).await();
        return 0;
    }

    private static void stop(Suite suite, Progress progress) {
        if (!suite.isStopped()) {
            progress.say("Stopping");
            suite.stop();
        }
    }

    private static Path builtServices() {
        String apps = System.getProperty(APPS);
        if (apps == null) {
            throw new PartFailure("Start the suite with deploy/suite up, which builds the services first.");
        }
        return Path.of(apps);
    }
}
