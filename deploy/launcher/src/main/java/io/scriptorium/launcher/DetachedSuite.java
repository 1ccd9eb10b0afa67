package io.scriptorium.launcher;

import io.scriptorium.local.Executables;
import io.scriptorium.local.PartFailure;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The same {@code up} in a session of its own, which outlives the terminal; followed here until it is ready. */
final class DetachedSuite {
    private static final long BETWEEN_LOOKS_MILLIS = 100;

    private final SuiteFolder folder;
    private final int port;
    private final Path log;

    DetachedSuite(SuiteFolder folder, int port) {
        this.folder = folder;
        this.port = port;
        this.log = folder.log("suite");
    }

    /** The exit code: 0 once it is ready. How long that may take is for the suite to limit, part by part. */
    int start() throws InterruptedException {
        long read = sizeOfLog();
        Process suite = launch();
        Thread abort = new Thread(suite::destroy, "abort");
        Runtime.getRuntime().addShutdownHook(abort);
        while (suite.isAlive() && !isReady(suite)) {
            Thread.sleep(BETWEEN_LOOKS_MILLIS);
            read = show(read);
        }
        boolean ready = isReady(suite);
        show(read);
        Runtime.getRuntime().removeShutdownHook(abort);
        if (!ready) {
            System.err.println("The suite did not start. All that it said is in " + log);
        }
        return ready ? 0 : 1;
    }

    private boolean isReady(Process suite) {
        return SuiteState.running(folder)
                .filter(state -> state.pid() == suite.pid() && state.ready())
                .isPresent();
    }

    private Process launch() {
        List<String> command = new ArrayList<>();
        Executables.find("setsid").ifPresent(setsid -> command.add(setsid.toString()));
        command.add(Executables.java());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(List.of(
                "up",
                UpCommand.IN_BACKGROUND,
                "--port",
                Integer.toString(port),
                "--data",
                folder.root().toString()));
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectInput(new File("/dev/null"))
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException e) {
            throw new PartFailure("The suite could not be started in the background: " + e.getMessage(), e);
        }
    }

    private long sizeOfLog() {
        try {
            return Files.exists(log) ? Files.size(log) : 0;
        } catch (IOException e) {
            throw new PartFailure("The log " + log + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Shows what was logged from there on, and says where that ends. */
    private long show(long from) {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            byte[] news = new byte[(int) Math.max(0, file.length() - from)];
            file.seek(from);
            file.readFully(news);
            System.out.write(news, 0, news.length);
            System.out.flush();
            return from + news.length;
        } catch (IOException e) {
            throw new PartFailure("The log " + log + " cannot be read: " + e.getMessage(), e);
        }
    }
}
