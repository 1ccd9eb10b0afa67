package io.scriptorium.dashboard.live;

import java.util.List;

/** What a stream says, in the order of how much a client has to do. */
sealed interface StreamEvent {
    String name();

    /** Ask for everything again, conditionally: said first, and whenever something may have gone by unseen. */
    record Reset() implements StreamEvent {
        @Override
        public String name() {
            return "reset";
        }
    }

    /** @param dashboards ask for these again */
    record Changed(List<String> dashboards) implements StreamEvent {
        @Override
        public String name() {
            return "changed";
        }
    }

    /** @param records changes that wait to be counted; null when Kafka does not say */
    record Lag(Long records) implements StreamEvent {
        @Override
        public String name() {
            return "lag";
        }
    }
}
