package io.scriptorium.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.fasterxml.jackson.databind.JsonNode;
import com.google.gson.JsonElement;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The live page in a real browser, on the whole suite. */
class PageE2E {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Path SCREENSHOTS = Path.of("target/screenshots");
    private static final List<String> WCAG_AND_MORE =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    /** Of each number, where it stands and what it is. */
    private static final String NUMBERS = """
            () => [...document.querySelectorAll('section.card')].flatMap((card) =>
              [...card.querySelectorAll('.stat')].map((stat) => [
                card.querySelector('h2').textContent.trim() + ' / ' + stat.querySelector('dt').textContent.trim(),
                stat.querySelector('.value').textContent.trim()]))
            """;
    /** What a table says, without its bars. */
    private static final String ROWS = """
            (table) => [...table.tBodies[0].rows].map((row) =>
              [...row.cells].filter((cell) => !cell.classList.contains('bar')).map((cell) => cell.textContent.trim()))
            """;

    private static RunningSuite suite;
    private static FurnishedMarket site;
    private static String token;
    private static Client reader;
    private static Visitor superadmin;

    @BeforeAll
    static void start() throws IOException {
        suite = RunningSuite.shared();
        site = FurnishedMarket.on(suite);
        // The same caller in the browser and without: what one has read is what the other reads, from the cache.
        token = suite.token("superadmin", null);
        reader = new Client(suite.address(), token);
        superadmin = Visitor.as(suite, token);
    }

    @AfterAll
    static void stop() {
        superadmin.close();
    }

    static Stream<PageNumbers.Of> pages() {
        return PageNumbers.all().stream();
    }

    static Stream<String> paths() {
        return Stream.concat(pages().map(PageNumbers.Of::path), Stream.of("/pages/operations"));
    }

    @Test
    void leadsToEveryPage() {
        superadmin.opens(at("/"));
        List<String> titles = superadmin.page.locator("nav.pages a").allTextContents().stream()
                .map(String::strip)
                .toList();
        assertThat(titles)
                .containsExactlyElementsOf(Stream.concat(pages().map(PageNumbers.Of::title), Stream.of("Operations"))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void showsTheNumbersThatTheDashboardsGive(PageNumbers.Of page) {
        superadmin.opens(at(page.path()));
        assertThat(superadmin.page.locator("h1")).hasText(page.title());
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> {
            Map<String, String> expected = page.shown(PageE2E::dashboard);
            assertThat(numbersOf(superadmin.page)).containsExactlyInAnyOrderEntriesOf(expected);
        });
        assertThat(page.tables()).isNotEmpty();
        for (PageNumbers.Table table : page.tables()) {
            Locator card = superadmin.card(table.card());
            if (table.isChart()) {
                card.locator("figcaption button").click();
            }
            assertThat(card.locator("tbody tr").first()).isVisible();
            Awaitility.await()
                    .atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(card.locator("table").evaluate(ROWS))
                            .isEqualTo(PageNumbers.rows(table, dashboard(table.dashboard()))));
        }
    }

    @Test
    void showsWhatOperationsGives() {
        superadmin.opens("/pages/operations");
        JsonNode operations = Market.read(reader, "/api/v1/admin/operations");
        List<String> topics = new ArrayList<>();
        operations.get("topics").forEach(topic -> topics.add(topic.get("topic").asText()));
        assertThat(topics).isNotEmpty();
        assertThat(superadmin.card("Topics").locator("tbody th").allTextContents().stream()
                        .map(String::strip)
                        .toList())
                .isEqualTo(topics);
        assertThat(superadmin.stat("Health", "Dead letters"))
                .hasText(operations.get("dead_letters").asText());
        assertThat(superadmin.card("Outboxes of the owners").locator("tbody tr"))
                .hasCount(3);
        superadmin.card("Drift").locator("button").click();
        assertThat(superadmin.card("Drift").locator("[role=status]")).hasText("0 differences");
    }

    @Test
    void showsAWriteWithoutAReload() throws Exception {
        String website = site.website();
        try (Visitor users = Visitor.as(suite, token);
                Visitor tickets = Visitor.as(suite, token);
                Visitor tips = Visitor.as(suite, token)) {
            users.opens(at("/pages/users"));
            tickets.opens(at("/pages/tickets"));
            tips.opens(at("/pages/tips"));
            for (Visitor each : List.of(users, tickets, tips)) {
                assertThat(each.page.locator(".freshness .told"))
                        .hasText(Pattern.compile("as of \\d\\d:\\d\\d:\\d\\d, live.*"));
            }
            grows(
                    "an account",
                    users.stat("All users", "Users"),
                    () -> assertThat(suite.superadmin()
                                    .createAccount(website, "client")
                                    .status())
                            .isEqualTo(201));
            grows("a ticket", tickets.stat("Now", "All tickets"), () -> site.ticket("technical"));
            grows("a tip", tips.stat("All tips", "Tips"), () -> site.tip("3.00"));
        }
    }

    private static void grows(String what, Locator number, Runnable write) {
        int before = Integer.parseInt(number.textContent().strip());
        write.run();
        long since = System.nanoTime();
        assertThat(number).hasText(Integer.toString(before + 1));
        System.out.printf(
                "PageE2E: %s was shown %d ms after it was answered%n", what, (System.nanoTime() - since) / 1_000_000);
    }

    @Test
    void signsInOnceByAnAddressWithACode() throws Exception {
        String address = suite.opened("--role", "superadmin");
        assertThat(address).contains("/#sign-in=");
        String code = address.substring(address.indexOf('=') + 1);
        try (Visitor first = Visitor.stranger(suite)) {
            first.page.navigate(address);
            first.settles();
            assertThat(first.page.locator(".who")).hasText("superadmin");
            assertThat(first.page.url()).doesNotContain("sign-in", code);
            assertThat(visited(first)).isNotEmpty().noneMatch(each -> each.contains(code));
            first.page.getByRole(AriaRole.BUTTON, named("Sign out")).click();
            assertThat(first.page.locator("sign-in-card h1")).hasText("Scriptorium");
            assertThat(first.page
                            .evaluate("() => JSON.stringify([{...localStorage}, {...sessionStorage}])")
                            .toString())
                    .doesNotContain("token", code);
            first.page.reload();
            assertThat(first.page.locator("sign-in-card")).containsText("deploy/suite open");
        }
        try (Visitor second = Visitor.stranger(suite)) {
            second.page.navigate(address);
            assertThat(second.page.getByRole(AriaRole.ALERT)).containsText("was used already");
            assertThat(second.page.url()).doesNotContain("sign-in", code);
            assertThat(visited(second)).noneMatch(each -> each.contains(code));
        }
    }

    @Test
    void showsTheSameByTheSameAddress() throws Exception {
        String deep = "/pages/tips?website=" + site.website() + "&days=90&compare=1&list=tips&payment_status=completed";
        superadmin.opens(deep);
        assertThat(superadmin.page.locator("select[name=days]")).hasValue("90");
        assertThat(superadmin.page.locator("select[name=website]")).hasValue(site.website());
        assertThat(superadmin.page.locator("input[name=compare]")).isChecked();
        assertThat(superadmin.page.locator("#rows tbody tr")).hasCount(1);
        assertThat(superadmin.card("In these days").locator(".change")).hasCount(5);
        String shown = shown(superadmin.page);

        superadmin.page.reload();
        superadmin.settles();
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(shown(superadmin.page)).isEqualTo(shown));
        Page tab = superadmin.context.newPage();
        tab.navigate(superadmin.page.url());
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(shown(tab)).isEqualTo(shown));
        tab.close();

        superadmin.page.locator("nav.pages").getByText("Users").click();
        assertThat(superadmin.page.locator("h1")).hasText("Users");
        assertThat(superadmin.page.url())
                .contains("website=" + site.website(), "days=90", "compare=1")
                .doesNotContain("payment_status");
        superadmin.page.goBack();
        assertThat(superadmin.page.locator("h1")).hasText("Tips");
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(shown(superadmin.page)).isEqualTo(shown));
    }

    @Test
    void remembersWhatWasChosen() throws Exception {
        try (Visitor visitor = Visitor.as(suite, token)) {
            visitor.opens("/pages/tips");
            visitor.page.locator("select[name=days]").selectOption("7");
            visitor.page.locator("select[name=website]").selectOption(site.website());
            visitor.page.locator("theme-switch select").selectOption("dark");
            visitor.settles();
            Page later = visitor.context.newPage();
            later.navigate(suite.address() + "/");
            assertThat(later.locator("select[name=days]")).hasValue("7");
            assertThat(later.locator("select[name=website]")).hasValue(site.website());
            assertThat(later.locator("html")).hasAttribute("data-theme", "dark");
            assertThat(later.url()).contains("days=7", "website=" + site.website());
        }
    }

    @Test
    void leadsFromANumberToTheRowsBehindIt() {
        superadmin.opens(at("/pages/tips"));
        Locator link = superadmin.card("By payment status").locator("tbody a:text-is(\"Completed\")");
        String counted = superadmin
                .card("By payment status")
                .locator("tbody tr:has(a:text-is(\"Completed\")) td.number")
                .first()
                .textContent()
                .strip();
        link.click();
        assertThat(superadmin.page.locator("#rows header")).containsText(counted + " in all");
        assertThat(superadmin.page.locator("#rows tbody tr")).hasCount(Integer.parseInt(counted));
    }

    @Test
    void savesATableAsTheServiceExportsIt() throws Exception {
        superadmin.opens(at("/pages/tips"));
        Download saved = superadmin.page.waitForDownload(() -> superadmin
                .page
                .getByRole(AriaRole.BUTTON, named("Save By payment status as CSV"))
                .click());
        Client.Answer exported = reader.get("/api/v1/admin/dashboards/tips/export.csv?website_id=" + site.website()
                + "&days=30&table=payment_status_breakdown");
        assertThat(exported.status()).isEqualTo(200);
        assertThat(saved.suggestedFilename()).endsWith(".csv");
        assertThat(Files.readString(saved.path())).isNotBlank().isEqualTo(exported.body());
    }

    @Test
    void letsTheRestStandWhenOneDashboardFails() throws Exception {
        try (Visitor visitor = Visitor.as(suite, token)) {
            visitor.page.route("**/dashboards/payments?*", PageE2E::failing);
            visitor.opens(at("/"));
            Locator failed = visitor.page.locator(".card .failed");
            assertThat(failed).hasCount(1);
            assertThat(failed).containsText("The database rests.");
            assertThat(visitor.card("Revenue per day").locator(".failed")).isVisible();
            assertThat(visitor.stat("Users", "All"))
                    .hasText(dashboard("overview").at("/users/total_users").asText());
            visitor.page.unroute("**/dashboards/payments?*");
            failed.getByText("Try again").click();
            assertThat(failed).hasCount(0);
            assertThat(visitor.card("Revenue per day").locator("canvas").first())
                    .isVisible();
            visitor.expects("503");
        }
    }

    @Test
    void saysThatItIsOfflineAndComesBack() throws Exception {
        try (Visitor visitor = Visitor.as(suite, token)) {
            visitor.opens(at("/pages/users"));
            Locator number = visitor.stat("All users", "Users");
            Locator told = visitor.page.locator(".freshness .told");
            assertThat(told).containsText("live");
            int before = Integer.parseInt(number.textContent().strip());
            visitor.context.setOffline(true);
            assertThat(told).containsText("connection lost");
            assertThat(visitor.page.locator(".freshness [role=status]")).containsText("The connection is lost");
            assertThat(number).hasText(Integer.toString(before));
            assertThat(suite.superadmin()
                            .createAccount(site.website(), "client")
                            .status())
                    .isEqualTo(201);
            visitor.context.setOffline(false);
            assertThat(told).containsText("live");
            assertThat(number).hasText(Integer.toString(before + 1));
        }
    }

    @Test
    void showsAnAdminTheOwnWebsiteAlone() throws Exception {
        try (Visitor admin = Visitor.as(suite, "admin", site.website())) {
            admin.opens("/");
            assertThat(admin.page.locator(".who")).hasText("admin");
            assertThat(admin.page.locator("select[name=website]")).hasCount(0);
            assertThat(admin.page.locator("select[name=days]")).isVisible();
            assertThat(admin.page.locator("nav.pages")).not().containsText("Operations");
            assertThat(admin.stat("Users", "All"))
                    .hasText(dashboard("overview").at("/users/total_users").asText());
            admin.opens("/pages/operations");
            assertThat(admin.page.locator("main .state"))
                    .hasText("Operations is for superadmin. You are signed in as admin.");
        }
    }

    @Test
    void tellsThoseWhoAreNoStaffSo() throws Exception {
        try (Visitor writer = Visitor.as(suite, "writer", site.website())) {
            writer.opens("/pages/tips");
            assertThat(writer.page.locator("main .state"))
                    .hasText("These pages are for staff. You are signed in as writer.");
            assertThat(writer.page.locator(".card")).hasCount(0);
        }
    }

    @Test
    void saysSoWhereThereIsNothingYet() {
        String empty = suite.superadmin().createWebsite();
        superadmin.opens("/pages/tips?website=" + empty);
        assertThat(superadmin.card("Tips per day")).containsText("No tips yet in this range.");
        assertThat(superadmin.stat("All tips", "Tips")).hasText("0");
        assertThat(superadmin.page.locator("#rows .empty")).hasText("No tips that fit these filters.");
    }

    @ParameterizedTest
    @MethodSource("paths")
    void canBeUsedByEverybody(String path) throws IOException {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            superadmin.page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            superadmin.opens(at(path));
            String name = path.equals("/") ? "overview" : path.substring("/pages/".length());
            superadmin.page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(SCREENSHOTS.resolve(name + "-" + scheme.name().toLowerCase() + ".png")));
            isAccessible(superadmin.page, path + " " + scheme);
        }
        superadmin.page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }

    @Test
    void canBeUsedOnAPhoneAndInADialog() throws Exception {
        try (Visitor visitor = Visitor.as(suite, token)) {
            visitor.page.setViewportSize(400, 850);
            visitor.opens(at("/pages/users"));
            isAccessible(visitor.page, "a phone");
            assertThat(visitor.page.evaluate(
                            "() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                    .as("nothing is wider than the phone")
                    .isEqualTo(true);
            Locator menu = visitor.page.getByRole(AriaRole.BUTTON, named("Pages"));
            menu.click();
            assertThat(menu).hasAttribute("aria-expanded", "true");
            isAccessible(visitor.page, "the menu");
            visitor.page.locator("nav.pages").getByText("Tickets").click();
            assertThat(visitor.page.locator("h1")).hasText("Tickets");
            visitor.opens(at("/pages/users"));
            visitor.page.locator("#rows button:text-is(\"Suspend\")").first().click();
            assertThat(visitor.page.locator("dialog[open]")).isVisible();
            isAccessible(visitor.page, "a dialog");
            visitor.page.keyboard().press("Escape");
            assertThat(visitor.page.locator("dialog[open]")).hasCount(0);
        }
    }

    @Test
    void canBeUsedWithoutAMouse() throws Exception {
        try (Visitor visitor = Visitor.as(suite, token)) {
            visitor.opens(at("/"));
            Page page = visitor.page;
            page.keyboard().press("Tab");
            assertThat(page.locator(".skip")).isFocused();
            assertThat(page.locator(".skip")).isInViewport();
            page.keyboard().press("Enter");
            assertThat(page.locator("#content")).isFocused();

            visitor.opens(at("/"));
            Locator link = page.locator("nav.pages a:text-is(\"Tickets\")");
            for (int presses = 0; presses < 40 && !focused(link); presses++) {
                page.keyboard().press("Tab");
                assertThat(page.evaluate("""
                                () => {
                                  const style = getComputedStyle(document.activeElement);
                                  return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
                                }
                                """))
                        .as("the focus is seen on " + page.evaluate("() => document.activeElement.outerHTML"))
                        .isEqualTo(true);
            }
            assertThat(link).isFocused();
            page.keyboard().press("Enter");
            assertThat(page.locator("h1")).hasText("Tickets");
            assertThat(page.locator("h1")).isFocused();
        }
    }

    private static boolean focused(Locator element) {
        return (Boolean) element.evaluate("(element) => element === document.activeElement");
    }

    private static void isAccessible(Page page, String what) {
        List<Rule> violations =
                new AxeBuilder(page).withTags(WCAG_AND_MORE).analyze().getViolations();
        assertThat(violations.stream()
                        .map(rule ->
                                rule.getId() + ": " + rule.getNodes().get(0).getHtml()))
                .as(what)
                .isEmpty();
    }

    private static String at(String path) {
        return path + "?website=" + site.website() + "&days=30";
    }

    private static JsonNode dashboard(String name) {
        boolean everyDay = name.equals("special-orders/installments");
        return Market.read(
                reader,
                "/api/v1/admin/dashboards/" + name + "?website_id=" + site.website() + (everyDay ? "" : "&days=30"));
    }

    private static Map<String, String> numbersOf(Page page) {
        Map<String, String> numbers = new LinkedHashMap<>();
        for (Object each : (List<?>) page.evaluate(NUMBERS)) {
            List<?> labelAndValue = (List<?>) each;
            assertThat(numbers.put(
                            labelAndValue.get(0).toString(),
                            labelAndValue.get(1).toString()))
                    .as("there is one " + labelAndValue.get(0))
                    .isNull();
        }
        return numbers;
    }

    /** Headings, controls, numbers and rows. */
    private static String shown(Page page) {
        assertThat(page.locator("h1")).isVisible();
        assertThat(page.locator(".skeleton")).hasCount(0);
        return page.url()
                + page.locator("h1").textContent()
                + numbersOf(page)
                + page.locator("#rows table").evaluate(ROWS)
                + page.locator("select[name=days]").inputValue()
                + page.locator("select[name=website]").inputValue();
    }

    /** All addresses of the page that "back" leads to. */
    private static List<String> visited(Visitor visitor) {
        return visitor
                .context
                .newCDPSession(visitor.page)
                .send("Page.getNavigationHistory")
                .getAsJsonArray("entries")
                .asList()
                .stream()
                .map(JsonElement::getAsJsonObject)
                .map(entry -> entry.get("url").getAsString())
                .toList();
    }

    private static void failing(Route route) {
        route.fulfill(new Route.FulfillOptions()
                .setStatus(503)
                .setContentType("application/problem+json")
                .setBody("{\"status\": 503, \"detail\": \"The database rests.\"}"));
    }

    private static GetByRoleOptions named(String name) {
        return new GetByRoleOptions().setName(name).setExact(true);
    }
}
