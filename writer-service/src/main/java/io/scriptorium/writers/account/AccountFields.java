package io.scriptorium.writers.account;

import io.scriptorium.platform.Role;
import io.scriptorium.platform.SingleLine;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a client may change of an account.
 *
 * @param username unique per website, whatever the case of its letters
 */
@Schema(examples = """
        {"username": "ada", "email": "ada@mail.example", "full_name": "Ada King", "role": "writer"}
        """)
public record AccountFields(
        @NotNull @Pattern(regexp = USERNAME, message = USERNAME_MESSAGE)
        String username,

        @NotNull @Size(max = 254) @Email(regexp = EMAIL, message = EMAIL_MESSAGE)
        String email,

        @NotNull @SingleLine(max = 200) String fullName,
        @NotNull Role role) {

    static final String USERNAME = "[A-Za-z0-9][A-Za-z0-9._-]{1,63}";
    static final String USERNAME_MESSAGE =
            "must have 2 to 64 of A-Z, a-z, 0-9, dot, underscore and hyphen, and begin with a letter or digit";
    /** On top of the validator's own rule: a domain with a dot, and nothing that a header could be split by. */
    static final String EMAIL = "[^\\s@<>\"]+@[^\\s@<>\"]+\\.[^\\s@<>\".]+";

    static final String EMAIL_MESSAGE = "must be an address such as ada@mail.example";
}
