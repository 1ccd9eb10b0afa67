package io.scriptorium.launcher;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** For programs: where the gateway of the running suite is. */
@Command(name = "address", description = "Prints the gateway's address.", hidden = true)
final class AddressCommand implements Callable<Integer> {
    @Mixin
    private DataOption data;

    @Override
    public Integer call() {
        System.out.println(
                "http://localhost:" + SuiteState.runningOrFail(data.folder()).port());
        return 0;
    }
}
