package io.scriptorium.writers.account;

import io.scriptorium.platform.Role;
import io.scriptorium.platform.SingleLine;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * @param websiteId whose account it is; an admin may leave it out, a superadmin's account has none
 */
@Schema(examples = """
        {"website_id": "0199f1a2-0000-7000-8000-000000000001", "username": "ada", "email": "ada@mail.example",
         "full_name": "Ada King", "role": "writer"}
        """)
public record CreateAccountRequest(
        UUID websiteId,

        @NotNull @Pattern(regexp = AccountFields.USERNAME, message = AccountFields.USERNAME_MESSAGE)
        String username,

        @NotNull @Size(max = 254) @Email(regexp = AccountFields.EMAIL, message = AccountFields.EMAIL_MESSAGE)
        String email,

        @NotNull @SingleLine(max = 200) String fullName,
        @NotNull Role role) {

    AccountFields fields() {
        return new AccountFields(username, email, fullName, role);
    }
}
