package io.scriptorium.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.util.Set;

/**
 * JSON merge patch (RFC 7396): what is not sent stays, null takes away. The outcome must be as valid as if it had been
 * sent whole, so that an edit cannot make what a creation could not.
 */
@ApplicationScoped
public class MergePatch {
    public static final String MEDIA_TYPE = "application/merge-patch+json";

    private final ObjectMapper json;
    private final Validator validator;

    MergePatch(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /**
     * @throws JsonProcessingException for a field that is unknown or of the wrong type (answered 400)
     * @throws ConstraintViolationException when the outcome is not acceptable (answered 422)
     */
    public <T> T apply(T current, JsonNode patch, Class<T> type) throws JsonProcessingException {
        if (!(patch instanceof ObjectNode changes)) {
            throw Problem.badRequest("body", "must be a JSON object with the fields to change");
        }
        ObjectNode merged = json.valueToTree(current);
        merge(merged, changes);
        T outcome = json.treeToValue(merged, type);
        Set<ConstraintViolation<T>> violations = validator.validate(outcome);
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
        return outcome;
    }

    private static void merge(ObjectNode target, ObjectNode changes) {
        changes.properties().forEach(change -> {
            if (change.getValue().isNull()) {
                // An unknown field is set to null rather than passed over, so that reading it complains.
                if (target.has(change.getKey())) {
                    target.remove(change.getKey());
                } else {
                    target.putNull(change.getKey());
                }
            } else if (change.getValue() instanceof ObjectNode inner
                    && target.get(change.getKey()) instanceof ObjectNode innerTarget) {
                merge(innerTarget, inner);
            } else {
                target.set(change.getKey(), change.getValue());
            }
        });
    }
}
