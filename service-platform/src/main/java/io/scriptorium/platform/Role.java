package io.scriptorium.platform;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What somebody may be in the marketplace. On the wire, in tokens and in the database: the name in lower case. */
public enum Role {
    SUPERADMIN,
    ADMIN,
    SUPPORT,
    EDITOR,
    WRITER,
    CLIENT;

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role of that wire name, if there is one: exactly as written, so that {@code Admin} is none. */
    public static Optional<Role> of(String wireName) {
        return Arrays.stream(values())
                .filter(role -> role.wireName().equals(wireName))
                .findFirst();
    }

    @JsonCreator
    static Role fromJson(String wireName) {
        return of(wireName).orElseThrow(() -> new IllegalArgumentException("must be one of " + wireNames()));
    }

    /** For messages: {@code superadmin, admin, …}. */
    public static String wireNames() {
        return String.join(", ", Arrays.stream(values()).map(Role::wireName).toList());
    }
}
