package io.scriptorium.dashboard.page;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;

/** How people sign in to the page; see the service's README. */
@ConfigMapping(prefix = "dashboard.page")
public interface PageConfig {
    enum SignIn {
        /** Nobody can. */
        NONE,
        /** A code in the address, which the local suite's gateway gives a token for. */
        ONE_TIME,
        /** At an OpenID Connect provider: Authorization Code with PKCE, as a public client. */
        OIDC
    }

    @WithDefault("none")
    SignIn signIn();

    /** Needed for {@link SignIn#OIDC}. */
    Optional<Oidc> oidc();

    interface Oidc {
        /** Where {@code /.well-known/openid-configuration} is; its token endpoint must be of the same origin. */
        URI authority();

        String clientId();

        /** What is asked for; {@code openid} unless given. */
        Optional<String> scope();
    }
}
