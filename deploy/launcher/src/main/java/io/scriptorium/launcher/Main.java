package io.scriptorium.launcher;

import io.scriptorium.local.PartFailure;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands behind {@code deploy/suite}. Exit codes: 0, 1 with a sentence, 2 for wrong usage. */
@Command(
        name = "deploy/suite",
        description = "Runs a local Scriptorium suite.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            LogsCommand.class,
            OpenCommand.class,
            TokenCommand.class,
            MailsCommand.class,
            AddressCommand.class,
            DevCommand.class
        })
final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main()).setExecutionExceptionHandler((e, command, parsed) -> {
            if (!(e instanceof PartFailure)) {
                throw e;
            }
            command.getErr().println(e.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        });
    }
}
