package io.scriptorium.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "logs", description = "Shows what a service or part has logged.")
final class LogsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private DataOption data;

    @Parameters(paramLabel = "SERVICE", description = "A service, or postgres, redis, kafka, mail, suite.")
    private String service;

    @Option(names = "-f", description = "Goes on as more is logged.")
    private boolean follow;

    @Option(
            names = "-n",
            paramLabel = "LINES",
            defaultValue = "200",
            description = "How many lines from the end (${DEFAULT-VALUE}).")
    private int lines;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Map<String, Path> logs = logs();
        if (!logs.containsKey(service)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "There is no log of " + service + "; there are: " + String.join(", ", logs.keySet()));
        }
        if (lines < 0) {
            throw new ParameterException(spec.commandLine(), "-n must not be negative.");
        }
        Path log = logs.get(service);
        if (!Files.exists(log)) {
            System.err.println(service + " has not logged anything: there is no " + log);
            return 1;
        }
        List<String> tail = new ArrayList<>(List.of("tail", "-n", Integer.toString(lines)));
        if (follow) {
            tail.add("-F");
        }
        tail.add(log.toString());
        return new ProcessBuilder(tail).inheritIO().start().waitFor();
    }

    private Map<String, Path> logs() {
        Map<String, Path> logs = new LinkedHashMap<>();
        ServiceDefinition.ALL.forEach(
                known -> logs.put(known.name(), data.folder().log(known.name())));
        List.of("postgres", "redis", "kafka", "mail")
                .forEach(part -> logs.put(part, data.folder().part(part).resolve(part + ".log")));
        logs.put("suite", data.folder().log("suite"));
        return logs;
    }
}
