package io.scriptorium.dashboard.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bundler takes the types out of TypeScript without looking at them. The Deno that it brings along can check them. */
class PageTypesIT {
    private static final Path APP = Path.of("src/main/resources/web/app");
    private static final Path CONFIGURATION = Path.of("src/test/resources/page-types");
    /** Where the build has put the bundler and the page's libraries. */
    private static final Path MODULES = Path.of("target/node_modules");

    @Test
    void theTypesOfThePageFit(@TempDir Path project) throws Exception {
        copy(APP, project.resolve("app"));
        copy(CONFIGURATION, project);
        Files.createSymbolicLink(project.resolve("node_modules"), MODULES.toAbsolutePath());

        assertThat(checked(project)).isEqualTo("exit 0");
    }

    @Test
    void aTypeThatDoesNotFitIsFound(@TempDir Path project) throws Exception {
        Files.createDirectories(project.resolve("app"));
        Files.writeString(project.resolve("app/main.ts"), "export const count: number = 'three';\n");
        copy(CONFIGURATION, project);
        Files.createSymbolicLink(project.resolve("node_modules"), MODULES.toAbsolutePath());

        assertThat(checked(project)).contains("TS2322");
    }

    private static String checked(Path project) throws IOException, InterruptedException {
        ProcessBuilder check = new ProcessBuilder(deno().toString(), "check", "--quiet", "app/main.ts")
                .directory(project.toFile())
                .redirectErrorStream(true);
        check.environment().put("DENO_DIR", project.resolve("deno").toString());
        check.environment().put("DENO_NO_UPDATE_CHECK", "1");
        check.environment().put("NO_COLOR", "1");
        Process running = check.start();
        String said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(running.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return running.exitValue() == 0 ? "exit 0" : said;
    }

    private static Path deno() throws IOException {
        try (Stream<Path> platforms = Files.list(MODULES.resolve("@deno"))) {
            return platforms
                    .map(platform -> platform.resolve("deno").toAbsolutePath())
                    .filter(Files::isExecutable)
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path one : (Iterable<Path>) all::iterator) {
                Path copied = to.resolve(from.relativize(one).toString());
                if (Files.isDirectory(one)) {
                    Files.createDirectories(copied);
                } else {
                    Files.copy(one, copied);
                }
            }
        }
    }
}
