package io.scriptorium.launcher;

import io.scriptorium.local.PartFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "down", description = "Stops everything in order. The data stays.")
final class DownCommand implements Callable<Integer> {
    private static final Duration STOPPED_WITHIN = Duration.ofSeconds(120);
    private static final long BETWEEN_LOOKS_MILLIS = 100;

    @Mixin
    private DataOption data;

    @Override
    public Integer call() throws InterruptedException {
        SuiteState suite = SuiteState.runningOrFail(data.folder());
        suite.process().ifPresent(ProcessHandle::destroy);
        Instant deadline = Instant.now().plus(STOPPED_WITHIN);
        while (suite.process().isPresent()) {
            if (Instant.now().isAfter(deadline)) {
                throw new PartFailure("The suite (pid %d) has not stopped after %d s; see %s"
                        .formatted(
                                suite.pid(),
                                STOPPED_WITHIN.toSeconds(),
                                data.folder().log("suite")));
            }
            Thread.sleep(BETWEEN_LOOKS_MILLIS);
        }
        System.out.println("Stopped. The data stays in " + data.folder().root());
        return 0;
    }
}
