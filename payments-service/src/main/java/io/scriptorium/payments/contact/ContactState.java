package io.scriptorium.payments.contact;

import java.util.UUID;

/** What is read of writer-service's {@code contact.v1}. */
record ContactState(UUID id, UUID websiteId, String fullName, String email) {
    /** Without what is personal, whoever logs it. */
    @Override
    public String toString() {
        return "ContactState[id=" + id + "]";
    }
}
