package io.scriptorium.outbox;

/**
 * One change of one aggregate, as consumers will see it.
 *
 * @param topic the aggregate's topic, such as {@code payments.tip.changes}
 * @param key the aggregate's id: key of the record, and subject of the event
 * @param type a literal such as {@code payments.tip.changed}, never a class name
 * @param dataschema the URI of the schema that the state fits
 * @param state the whole public state after the change, which the application's ObjectMapper writes as JSON; null says
 *     that the aggregate is gone (a tombstone)
 */
public record Change(String topic, String key, String type, String dataschema, Object state) {
    public Change {
        require("topic", topic);
        require("key", key);
        require("type", type);
        require("dataschema", dataschema);
    }

    /** @throws IllegalArgumentException without a state: a deletion must be meant */
    public static Change changed(String topic, String key, String type, String dataschema, Object state) {
        if (state == null) {
            throw new IllegalArgumentException("a change needs a state; to say that it is gone, use deleted");
        }
        return new Change(topic, key, type, dataschema, state);
    }

    public static Change deleted(String topic, String key, String type, String dataschema) {
        return new Change(topic, key, type, dataschema, null);
    }

    private static void require(String name, String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("a change needs a " + name);
        }
    }
}
