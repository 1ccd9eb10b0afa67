package io.scriptorium.writers.account;

import io.scriptorium.platform.Role;
import java.util.Optional;
import java.util.UUID;

/** Which accounts a list shows; what is empty does not restrict. The caller's website restricts anyway. */
record AccountFilter(
        Optional<UUID> websiteId, Optional<Role> role, Optional<Boolean> suspended, Optional<String> username) {}
