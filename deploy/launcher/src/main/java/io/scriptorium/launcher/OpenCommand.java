package io.scriptorium.launcher;

import io.scriptorium.local.PartFailure;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * It opens no browser: that would put the code into a command line, which every user of the machine can read.
 */
@Command(name = "open", description = "Prints an address that signs in to the page of the running suite, once.")
final class OpenCommand implements Callable<Integer> {
    @Mixin
    private DataOption data;

    @Mixin
    private CallerOptions caller;

    @Option(
            names = "--role",
            paramLabel = "ROLE",
            defaultValue = "superadmin",
            description = "${DEFAULT-VALUE} unless given; or admin, support, editor, writer, client.")
    private String role;

    @Override
    public Integer call() {
        TokenRequest whom = caller.request(role, OneTimeCodes.USUAL_TIME_TO_LIVE);
        SuiteState suite = SuiteState.runningOrFail(data.folder());
        if (!suite.ready()) {
            throw new PartFailure(
                    "The suite on " + data.folder().root() + " is still starting. Try again once it is up.");
        }
        System.out.println(OneTimeCodes.addressFor(whom, data.folder().issuer(), suite.port()));
        return 0;
    }
}
