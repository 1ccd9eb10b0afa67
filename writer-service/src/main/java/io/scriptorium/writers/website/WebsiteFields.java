package io.scriptorium.writers.website;

import io.scriptorium.platform.CurrencyCode;
import io.scriptorium.platform.SingleLine;
import io.scriptorium.platform.TimeZoneName;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a client may set of a website.
 *
 * @param domain a host name; capitals are lowered, as DNS does not tell them apart
 * @param currency in which its clients pay
 * @param active true unless said otherwise
 */
@Schema(examples = """
        {"name": "Essays", "domain": "essays.example", "currency": "USD", "time_zone": "Europe/Berlin", "active": true}
        """)
public record WebsiteFields(
        @NotNull @SingleLine(max = 100) String name,

        @NotNull
        @Size(max = 253)
        @Pattern(
                regexp = "([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])",
                message = "must be a host name such as essays.example")
        String domain,

        @NotNull @CurrencyCode String currency,
        @NotNull @TimeZoneName String timeZone,
        Boolean active) {

    public WebsiteFields {
        domain = domain == null ? null : domain.toLowerCase(Locale.ROOT);
        active = active == null || active;
    }
}
