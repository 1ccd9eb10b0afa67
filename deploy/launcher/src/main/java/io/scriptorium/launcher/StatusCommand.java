package io.scriptorium.launcher;

import io.scriptorium.local.Ports;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "status", description = "Shows every process: health, memory, outbox depth, consumer lag.")
final class StatusCommand implements Callable<Integer> {
    private static final String OUTBOX = "outbox_depth";
    private static final String LAG = "kafka_consumer_fetch_manager_records_lag_max";

    @Mixin
    private DataOption data;

    private final Health health = new Health();

    @Override
    public Integer call() {
        SuiteState suite = SuiteState.runningOrFail(data.folder());
        System.out.println(
                new StatusTable(suite.processes().stream().map(this::row).toList()));
        System.out.println(suite.ready() ? "http://localhost:" + suite.port() : "It is still starting.");
        return 0;
    }

    private StatusTable.Row row(SuiteState.ProcessState process) {
        boolean isService = process.managementPort() != null;
        Metrics metrics = isService ? health.metrics(process.managementPort()) : new Metrics("");
        return new StatusTable.Row(
                process.name(),
                process.port(),
                health(process),
                ProcFiles.residentBytes(process.pid()),
                isService ? metrics.largest(OUTBOX) : OptionalDouble.empty(),
                isService ? metrics.largest(LAG) : OptionalDouble.empty(),
                process.pid());
    }

    private String health(SuiteState.ProcessState process) {
        if (process.state().equals("restarting")) {
            return "restarting";
        }
        String answer = process.managementPort() == null
                ? Ports.answers(process.port()) ? "up" : "down"
                : health.of(process.managementPort());
        return process.state().equals("dev") ? answer + " (dev)" : answer;
    }
}
