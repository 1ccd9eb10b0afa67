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
    /** What {@code --detach} starts. Its output is a log, where an address to sign in with must not stand. */
    static final String IN_BACKGROUND = "--in-background";

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

    @Option(names = IN_BACKGROUND, hidden = true)
    private boolean inBackground;

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
            int started = new DetachedSuite(data.folder(), port).start();
            if (started == 0) {
                System.out.println(closingText(ports));
            }
            return started;
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
        if (!inBackground) {
            progress.say(closingText(ports).toString());
        }
        suite.ready();
        new CountDownLatch(1).await();
        return 0;
    }

    private ClosingText closingText(PortPlan ports) {
        TokenRequest superadmin =
                TokenRequest.of(TokenRequest.SUPERADMIN, null, null, OneTimeCodes.LONGEST_TIME_TO_LIVE);
        String signIn = OneTimeCodes.addressFor(superadmin, data.folder().issuer(), ports.gateway());
        return new ClosingText(signIn, ports, data.folder(), data.isDefault());
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
