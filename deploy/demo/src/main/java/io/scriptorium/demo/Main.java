package io.scriptorium.demo;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command behind {@code deploy/suite demo}. Exit codes: 0, 1 with a sentence, 2 for wrong usage. */
@Command(name = "deploy/suite demo", description = "Fills the running suite with a believable marketplace.")
final class Main implements Callable<Integer> {
    private static final int MOST_WEBSITES = 50;
    private static final int MOST_DAYS = 730;
    private static final double MOST = 20;
    private static final int MOST_CLIENTS = 8;

    @Spec
    private CommandSpec spec;

    @Option(names = "--gateway", required = true, hidden = true)
    private String gateway;

    @Option(names = "--issuer", required = true, hidden = true)
    private Path issuer;

    @Option(
            names = "--websites",
            paramLabel = "N",
            defaultValue = "5",
            description = "How many websites: 1 to 50 (${DEFAULT-VALUE}).")
    private int websites;

    @Option(
            names = "--days",
            paramLabel = "N",
            defaultValue = "180",
            description = "How many days of the past, today included: 0 to 730 (${DEFAULT-VALUE}).")
    private int days;

    @Option(
            names = "--scale",
            paramLabel = "X",
            defaultValue = "1",
            description = "The volume, however many days it is spread over: 0.01 to 20 (${DEFAULT-VALUE}).")
    private double scale;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "The same seed makes the same plan; a new one unless given.")
    private Long seed;

    @Option(
            names = "--clients",
            paramLabel = "N",
            defaultValue = "6",
            description = "How many at once: 1 to 8 (${DEFAULT-VALUE}).")
    private int clients;

    @Option(names = "--live", description = "Goes on afterwards, some two things a second, until Ctrl-C.")
    private boolean live;

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main()).setExecutionExceptionHandler((e, command, parsed) -> {
            if (!(e instanceof DemoFailure)) {
                throw e;
            }
            command.getErr().println(e.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        });
    }

    @Override
    public Integer call() {
        check("--websites", websites, 1, MOST_WEBSITES);
        check("--days", days, 0, MOST_DAYS);
        check("--clients", clients, 1, MOST_CLIENTS);
        if (!(scale >= 0.01 && scale <= MOST)) {
            throw new ParameterException(spec.commandLine(), "--scale must be from 0.01 to 20, not " + scale + ".");
        }
        long chosen = seed == null ? new SecureRandom().nextInt(1_000_000) : seed;
        new Demo(gateway, issuer, websites, days, scale, chosen, clients, System.out, System.console() != null)
                .run(live);
        System.out.println("Look at it: deploy/suite open");
        return 0;
    }

    private void check(String option, int value, int least, int most) {
        if (value < least || value > most) {
            throw new ParameterException(
                    spec.commandLine(), "%s must be from %d to %d, not %d.".formatted(option, least, most, value));
        }
    }
}
