package io.scriptorium.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.scriptorium.dashboard.ingest.ChangeRecord;
import io.scriptorium.dashboard.ingest.Projection;
import io.scriptorium.dashboard.ingest.UnreadableChange;
import io.scriptorium.platform.StrictJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.function.Consumer;

/** A producer's own sample of what it publishes, as the row that a projection makes of it. */
public record ProducerSample(ObjectNode state) {
    private static final ObjectMapper JSON =
            StrictJson.configure(new ObjectMapper().registerModule(new JavaTimeModule()));

    /** @param aggregate as in the name of the file, such as {@code reminder-config} */
    public static ProducerSample sample(String service, String aggregate) {
        Path file = Path.of("..", service, "contracts", aggregate + ".v1.sample.json");
        try {
            return new ProducerSample((ObjectNode) JSON.readTree(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same with something else in it. */
    public ProducerSample with(Consumer<ObjectNode> change) {
        ObjectNode changed = state.deepCopy();
        change.accept(changed);
        return new ProducerSample(changed);
    }

    /** As it goes to the database. */
    public JsonNode row(Projection projection) throws UnreadableChange {
        String type = projection.topic().replaceFirst("s$", "d");
        if (!projection.types().contains(type)) {
            throw new AssertionError(projection + " does not read " + type);
        }
        return JSON.valueToTree(projection.row(new ChangeRecord(
                projection.topic(),
                UUID.fromString(state.get("id").asText()),
                type,
                7,
                state.toString().getBytes())));
    }
}
