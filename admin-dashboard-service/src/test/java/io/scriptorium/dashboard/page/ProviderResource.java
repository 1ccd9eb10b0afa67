package io.scriptorium.dashboard.page;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;

/** An OpenID Connect provider with a login page, where whoever comes is a superadmin for an hour. */
public class ProviderResource implements QuarkusTestResourceLifecycleManager {
    private static final String ISSUER = "scriptorium";
    private static final String AUDIENCE = "scriptorium-services";
    private static final long HOUR = 3_600;

    private MockOAuth2Server provider;

    @Override
    public Map<String, String> start() {
        DefaultOAuth2TokenCallback superadmin = new DefaultOAuth2TokenCallback(
                ISSUER, "nobody", "JWT", List.of(AUDIENCE), Map.of("groups", List.of("superadmin")), HOUR);
        provider = new MockOAuth2Server(
                new OAuth2Config(true, null, null, true, new OAuth2TokenProvider(), Set.of(superadmin)));
        provider.start();
        String issuer = provider.issuerUrl(ISSUER).toString();
        return Map.of(
                "dashboard.page.sign-in",
                "oidc",
                "dashboard.page.oidc.authority",
                issuer,
                "dashboard.page.oidc.client-id",
                OidcSignInIT.CLIENT,
                "dashboard.page.oidc.scope",
                "openid offline_access",
                "mp.jwt.verify.issuer",
                issuer,
                "mp.jwt.verify.audiences",
                AUDIENCE,
                "mp.jwt.verify.publickey.location",
                provider.jwksUrl(ISSUER).toString());
    }

    /** After the parts, whose issuer it takes the place of. */
    @Override
    public int order() {
        return 1;
    }

    @Override
    public void stop() {
        provider.shutdown();
    }
}
