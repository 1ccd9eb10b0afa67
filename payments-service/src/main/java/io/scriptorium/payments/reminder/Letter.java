package io.scriptorium.payments.reminder;

import java.util.UUID;

/** A mail to a client. */
record Letter(UUID reminderId, String to, String subject, String text) {
    /** Without what is personal, whoever logs it. */
    @Override
    public String toString() {
        return "Letter[reminderId=" + reminderId + "]";
    }
}
