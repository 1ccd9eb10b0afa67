package io.scriptorium.payments.contact;

import io.scriptorium.owner.inbox.ChangeHandler;
import io.scriptorium.owner.inbox.ReceivedChange;
import io.scriptorium.owner.inbox.UnreadableChange;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Hears from writer-service where clients are reached. */
@ApplicationScoped
class ContactChangeHandler implements ChangeHandler {
    private final ContactService contacts;

    ContactChangeHandler(ContactService contacts) {
        this.contacts = contacts;
    }

    @Override
    public String topic() {
        return "writers.contact.changes";
    }

    @Override
    public Set<String> types() {
        return Set.of("writers.contact.changed", "writers.contact.deleted");
    }

    @Override
    public void apply(ReceivedChange change) {
        if (change.deleted()) {
            contacts.forget(change.key());
            return;
        }
        ContactState state = change.state(ContactState.class);
        UnreadableChange.unless(change.key().equals(state.id()), "the key is not the contact's id");
        UnreadableChange.unless(state.websiteId() != null, "website_id is missing");
        UnreadableChange.unless(state.fullName() != null && state.email() != null, "full_name or email is missing");
        contacts.keep(state);
    }
}
