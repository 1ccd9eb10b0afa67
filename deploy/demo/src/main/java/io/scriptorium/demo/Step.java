package io.scriptorium.demo;

import java.time.Instant;

/**
 * Something that somebody does at some time.
 *
 * @param what tells it from other steps: a plan is the same when these are
 */
record Step(Shop shop, Instant at, Deed deed, String what, Journey journey, Work work) {
    interface Work {
        /** @throws Refused when the present state does not allow it */
        void run();
    }
}
