package io.scriptorium.local.test;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import io.scriptorium.local.Executables;
import io.scriptorium.local.PartFailure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A browser without a window: the one that is installed, or else the one that Playwright fetches for itself. */
public final class LocalBrowser implements AutoCloseable {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome", "chrome");

    private final Playwright playwright;
    private final Browser browser;

    private LocalBrowser(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** @throws PartFailure if there is none, and none can be fetched */
    public static LocalBrowser start() {
        Optional<Path> installed =
                NAMES.stream().flatMap(name -> Executables.find(name).stream()).findFirst();
        Playwright playwright = null;
        try {
            playwright = Playwright.create(new Playwright.CreateOptions()
                    .setEnv(installed.isPresent() ? Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1") : Map.of()));
            BrowserType.LaunchOptions options = new BrowserType.LaunchOptions().setArgs(arguments());
            installed.ifPresent(options::setExecutablePath);
            return new LocalBrowser(playwright, playwright.chromium().launch(options));
        } catch (PlaywrightException e) {
            if (playwright != null) {
                playwright.close();
            }
            throw new PartFailure(
                    installed
                                    .map(path -> "The browser " + path + " does not start: ")
                                    .orElse("The tests of the page need a browser; none of " + String.join(", ", NAMES)
                                            + " is on the PATH, and Playwright could not fetch its own."
                                            + " Install one (Debian: apt-get install chromium). ")
                            + e.getMessage(),
                    e);
        }
    }

    public Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        playwright.close();
    }

    private static List<String> arguments() {
        List<String> arguments = new ArrayList<>(List.of(
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync"));
        if ("root".equals(System.getProperty("user.name"))) {
            // Chromium cannot confine root.
            arguments.add("--no-sandbox");
        }
        return arguments;
    }
}
