package io.scriptorium.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.scriptorium.local.test.LocalBrowser;
import java.io.IOException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Somebody with a browser, and what the browser complained of meanwhile. All of them share one process. */
final class Visitor implements AutoCloseable {
    /** A machine may be so busy that a page takes longer than it ever should elsewhere. */
    static final int PATIENCE_MILLIS = 60_000;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SESSION = "scriptorium.session";

    private static LocalBrowser browser;

    final BrowserContext context;
    final Page page;
    private final String address;
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    private Visitor(String address, BrowserContext context) {
        this.address = address;
        this.context = context;
        context.setDefaultTimeout(PATIENCE_MILLIS);
        context.onConsoleMessage(message -> {
            // What a request was answered is told by the page; the browser's own line on it is no defect.
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                complaints.add(message.text());
            }
        });
        context.onWebError(error -> complaints.add(error.error()));
        context.onResponse(response -> {
            if (response.status() >= 500) {
                complaints.add(response.status() + " " + response.url());
            }
        });
        this.page = context.newPage();
    }

    static Visitor stranger(RunningSuite suite) {
        return new Visitor(suite.address(), browser().newContext(options()));
    }

    static Visitor as(RunningSuite suite, String role, String website) throws IOException {
        return as(suite, suite.token(role, website));
    }

    /** Signed in as by an address with a code, which leaves the token for all tabs. */
    static Visitor as(RunningSuite suite, String token) throws IOException {
        JsonNode claims = JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
        Map<String, Object> session = new LinkedHashMap<>();
        session.put("token", token);
        session.put("subject", claims.get("sub").asText());
        session.put("role", claims.get("groups").get(0).asText());
        if (claims.hasNonNull("website_id")) {
            session.put("websiteId", claims.get("website_id").asText());
        }
        session.put("expiresAt", claims.get("exp").asLong() * 1_000);
        String state = json(Map.of(
                "cookies",
                List.of(),
                "origins",
                List.of(Map.of(
                        "origin",
                        suite.address(),
                        "localStorage",
                        List.of(Map.of("name", SESSION, "value", json(session)))))));
        return new Visitor(suite.address(), browser().newContext(options().setStorageState(state)));
    }

    /** Numbers are written, and times told, as the tests expect them. */
    private static NewContextOptions options() {
        return new NewContextOptions().setLocale("en-US").setTimezoneId("UTC").setViewportSize(1_400, 900);
    }

    private static synchronized Browser browser() {
        if (browser == null) {
            browser = LocalBrowser.start();
            PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        }
        return browser.browser();
    }

    Visitor opens(String path) {
        page.navigate(address + path);
        settles();
        return this;
    }

    /** Until every card has its numbers or its refusal. */
    void settles() {
        assertThat(page.locator("h1")).isVisible();
        assertThat(page.locator(".skeleton")).hasCount(0);
    }

    Locator card(String heading) {
        return page.locator("section.card:has(> header > h2:text-is(\"" + heading + "\"))");
    }

    Locator stat(String heading, String label) {
        return card(heading).locator(".stat:has(dt:text-is(\"" + label + "\")) .value");
    }

    Locator row(String id) {
        return page.locator("tr[data-id=\"" + id + "\"]");
    }

    /** Clicks a row's button; the dialog is open then. */
    Locator asks(String id, String action) {
        row(id).locator("button:text-is(\"" + action + "\")").click();
        Locator dialog = page.locator("dialog[open]");
        assertThat(dialog).isVisible();
        return dialog;
    }

    /** Fills a dialog in by the names of its fields, and sends it. */
    static void answers(Locator dialog, Map<String, String> values) {
        values.forEach((name, value) -> {
            Locator field = dialog.locator("[name=\"" + name + "\"]");
            if ("select".equals(field.evaluate("field => field.localName"))) {
                field.selectOption(value);
            } else {
                field.fill(value);
            }
        });
        dialog.locator("button[type=submit]").click();
    }

    void isTold(String kind, String text) {
        assertThat(page.locator(".notice." + kind)
                        .filter(new Locator.FilterOptions().setHasText(text))
                        .last())
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE_MILLIS));
    }

    /** Forgets what the test itself has brought about, as a refusal or a lost connection. */
    void expects(String part) {
        complaints.removeIf(complaint -> complaint.contains(part));
    }

    @Override
    public void close() {
        context.close();
        assertThat(complaints).as("what the browser complained of").isEmpty();
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps and strings are always JSON", e);
        }
    }
}
