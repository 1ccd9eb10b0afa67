package io.scriptorium.payments.contact;

import java.util.UUID;

/** @param id the client's account */
public record ContactView(UUID id, String fullName, String email) {
    static ContactView of(Contact contact) {
        return new ContactView(contact.id, contact.fullName, contact.email);
    }

    /** Without what is personal, whoever logs it. */
    @Override
    public String toString() {
        return "ContactView[id=" + id + "]";
    }
}
