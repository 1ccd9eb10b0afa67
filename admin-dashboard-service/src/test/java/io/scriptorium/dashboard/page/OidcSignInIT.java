package io.scriptorium.dashboard.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.scriptorium.dashboard.WithParts;
import io.scriptorium.local.test.LocalBrowser;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Signing in at a provider, as a person does it; the provider is of another origin. */
@QuarkusTest
@TestProfile(OidcSignInIT.WithProvider.class)
@WithParts
class OidcSignInIT {
    static final String CLIENT = "admin-page";

    private static final String WANTED = "/pages/tips?days=90&compare=1&list=tips&payment_status=completed";
    private static final int PATIENCE_MILLIS = 60_000;

    public static final class WithProvider implements QuarkusTestProfile {
        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(ProviderResource.class));
        }
    }

    private static LocalBrowser browser;

    @TestHTTPResource("/")
    URI root;

    private final List<String> refused = new CopyOnWriteArrayList<>();
    private BrowserContext context;
    private Page page;
    private String origin;

    @BeforeAll
    static void open() {
        browser = LocalBrowser.start();
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @BeforeEach
    void comesToADeepLink() {
        origin = root.toString().replaceAll("/$", "");
        context = browser.browser().newContext();
        context.setDefaultTimeout(PATIENCE_MILLIS);
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                refused.add(message.text());
            }
        });
    }

    @AfterEach
    void metNoPolicy() {
        context.close();
        assertThat(refused).isEmpty();
    }

    @Test
    void leadsToTheProviderAndBackToWhatWasWanted() {
        page.navigate(origin + WANTED);
        Map<String, String> asked = leave();
        assertThat(asked)
                .containsEntry("response_type", "code")
                .containsEntry("client_id", CLIENT)
                .containsEntry("redirect_uri", origin + "/")
                .containsEntry("scope", "openid offline_access")
                .containsEntry("code_challenge_method", "S256");
        assertThat(asked.get("code_challenge")).matches("[\\w-]{43}");
        assertThat(asked.get("state")).matches("[\\w-]{43}");

        Response dashboard = page.waitForResponse(
                response -> response.url().contains("/api/v1/admin/dashboards/tips?"), this::logIn);
        assertThat(dashboard.status()).isEqualTo(200);
        assertThat(page).hasURL(origin + WANTED);
        assertThat(page.getByRole(
                        AriaRole.HEADING,
                        new GetByRoleOptions().setName("Tips").setExact(true).setLevel(1)))
                .isVisible();
        assertThat(page.locator(".who")).hasText("superadmin");

        assertThat(visited())
                .isNotEmpty()
                .noneMatch(address -> address.matches(".*(code|state|token)=.*") || address.contains(token()));
        assertThat(page.evaluate("Object.keys(localStorage).filter(key => key.includes('session'))"))
                .isEqualTo(List.of());
        // The same tab stays signed in; the next one asks the provider.
        page.reload();
        assertThat(page.locator(".who")).hasText("superadmin");
        Page other = context.newPage();
        other.navigate(origin + "/");
        assertThat(signInButton(other)).isVisible();
    }

    @Test
    void takesNoAnswerThatItDidNotAskFor() {
        page.navigate(origin + WANTED);
        leave();
        page.navigate(origin + "/?code=stolen&state=of-another");
        assertThat(page.getByRole(AriaRole.ALERT))
                .hasText("The answer does not belong to a sign-in that began here. Sign in again.");
        assertThat(page).hasURL(origin + WANTED);
        assertThat(signInButton(page)).isVisible();
        assertThat(visited()).noneMatch(address -> address.contains("stolen"));
    }

    @Test
    void saysThatTheProviderRefused() {
        page.navigate(origin + WANTED);
        String state = leave().get("state");
        page.navigate(origin + "/?error=access_denied&state=" + state);
        assertThat(page.getByRole(AriaRole.ALERT)).hasText("The provider refused: access_denied.");
        assertThat(page).hasURL(origin + WANTED);
        // And lets it be tried again.
        leave();
        logIn();
        assertThat(page.locator(".who")).hasText("superadmin");
    }

    /** The provider compares: a code that was overheard is worth nothing without what only this page knows. */
    @Test
    void getsNoTokenWithoutItsOwnVerifier() {
        page.route("**/token", this::withAnotherVerifier);
        page.navigate(origin + WANTED);
        leave();
        logIn();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("code_verifier");
        assertThat(signInButton(page)).isVisible();
        assertThat(page.evaluate("sessionStorage.getItem('scriptorium.session')"))
                .isNull();
    }

    @Test
    void renewsItsTokenBeforeItEnds() {
        page.clock().install();
        page.navigate(origin + WANTED);
        leave();
        logIn();
        assertThat(page.locator(".who")).hasText("superadmin");
        String first = token();
        Request renewal = page.waitForRequest(
                request ->
                        request.url().endsWith("/token") && request.postData().contains("grant_type=refresh_token"),
                () -> page.clock().fastForward("59:30"));
        assertThat(renewal.response().status()).isEqualTo(200);
        Awaitility.await().atMost(Duration.ofMillis(PATIENCE_MILLIS)).until(() -> !token().equals(first));
        assertThat(page.locator(".who")).hasText("superadmin");
        // The dashboards take the new one. An answer to the old one may still be on its way, but to no refresh.
        Response dashboard = page.waitForResponse(
                response -> response.url().matches(".*/api/v1/admin/dashboards/tips\\?.*refresh=true.*"),
                () -> page.getByRole(
                                AriaRole.BUTTON,
                                new GetByRoleOptions().setName("Refresh").setExact(true))
                        .click());
        assertThat(dashboard.status()).isEqualTo(200);
        assertThat(dashboard.request().headerValue("authorization")).isEqualTo("Bearer " + token());
    }

    /** @return what the provider is asked */
    private Map<String, String> leave() {
        signInButton(page).click();
        page.waitForURL(address -> !address.startsWith(origin));
        return Arrays.stream(URI.create(page.url()).getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private void logIn() {
        page.locator("input[name=username]").fill("ada");
        page.locator("input[type=submit]").click();
        page.waitForURL(address -> address.startsWith(origin));
    }

    private static Locator signInButton(Page page) {
        return page.getByRole(
                AriaRole.BUTTON, new GetByRoleOptions().setName("Sign in").setExact(true));
    }

    private String token() {
        return page.evaluate("JSON.parse(sessionStorage.getItem('scriptorium.session')).token")
                .toString();
    }

    /** All addresses of the page that "back" leads to. */
    private List<String> visited() {
        JsonObject history = context.newCDPSession(page).send("Page.getNavigationHistory");
        return history.getAsJsonArray("entries").asList().stream()
                .map(JsonElement::getAsJsonObject)
                .map(entry -> entry.get("url").getAsString())
                .filter(address -> address.startsWith(origin))
                .toList();
    }

    /** This provider does not say who may read its refusals, as others do; without that the page could only guess. */
    private void withAnotherVerifier(Route route) {
        APIResponse refusal = route.fetch(new Route.FetchOptions()
                .setPostData(route.request()
                        .postData()
                        .replaceAll("code_verifier=[^&]*", "code_verifier=" + "x".repeat(43))));
        Map<String, String> headers = new HashMap<>(refusal.headers());
        headers.put("access-control-allow-origin", origin);
        route.fulfill(new Route.FulfillOptions().setResponse(refusal).setHeaders(headers));
    }
}
