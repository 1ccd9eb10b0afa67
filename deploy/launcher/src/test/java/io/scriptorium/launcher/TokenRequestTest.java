package io.scriptorium.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.scriptorium.local.LocalIssuer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenRequestTest {
    @TempDir
    Path keys;

    @Test
    void carriesRoleWebsiteAndSubjectInItsClaims() throws IOException {
        JsonNode claims = claims(TokenRequest.of("admin", "site-1", "ada", "15m"));

        assertThat(claims.path("groups")).hasSize(1);
        assertThat(claims.path("groups").get(0).asText()).isEqualTo("admin");
        assertThat(claims.path("website_id").asText()).isEqualTo("site-1");
        assertThat(claims.path("sub").asText()).isEqualTo("ada");
        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isBetween(899L, 901L);
    }

    @Test
    void namesNoWebsiteForASuperadmin() throws IOException {
        JsonNode claims = claims(TokenRequest.of("superadmin", null, null, "1h"));

        assertThat(claims.has("website_id")).isFalse();
        assertThat(claims.path("sub").asText()).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    }

    @Test
    void refusesWhatDoesNotFitTogether() {
        assertRefused("superadmin", "site-1", "leave --website out");
        assertRefused("admin", null, "say which with --website ID");
        assertRefused("client", " ", "say which with --website ID");
        assertRefused("emperor", null, "There is no role emperor; the roles are: superadmin, admin");
        assertThatThrownBy(() -> TokenRequest.of("superadmin", null, " ", "1h")).hasMessageContaining("blank");
    }

    @ParameterizedTest
    @CsvSource({"30s, PT30S", "15m, PT15M", "1h, PT1H", "7d, PT168H", "30d, PT720H", "720h, PT720H"})
    void readsATimeToLive(String text, Duration duration) {
        assertThat(TimeToLive.parse(text)).isEqualTo(duration);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "h", "0s", "-1h", "1.5h", "1 h", "1w", "31d", "721h", "9999999d", "99999999999d"})
    void refusesAnyOtherTimeToLive(String text) {
        assertThatThrownBy(() -> TimeToLive.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    private static void assertRefused(String role, String website, String because) {
        assertThatThrownBy(() -> TokenRequest.of(role, website, null, "1h"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(because);
    }

    private JsonNode claims(TokenRequest request) throws IOException {
        String token =
                request.signedBy(new LocalIssuer(keys, LocalIssuer.DEFAULT_ISSUER, LocalIssuer.DEFAULT_AUDIENCE));
        return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    }
}
