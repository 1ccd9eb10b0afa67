package io.scriptorium.specialorders.order;

import java.util.UUID;

/** The website is the caller's, and its change has not arrived here yet: nobody guesses its currency meanwhile. */
class UnheardOfWebsite extends RuntimeException {
    UnheardOfWebsite(UUID websiteId) {
        super("Website " + websiteId + " is not known here yet. Try again.");
    }
}
