package io.scriptorium.dashboard.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.scriptorium.dashboard.platform.StatsScope;
import io.scriptorium.platform.Caller;
import io.scriptorium.platform.Parameters;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Instant;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/admin/dashboards/stream")
@Tag(name = "Dashboards")
public class StreamResource {
    private final LiveStreamService streams;
    private final Caller caller;
    private final JsonWebToken token;
    private final ObjectMapper json;

    StreamResource(LiveStreamService streams, Caller caller, JsonWebToken token, ObjectMapper json) {
        this.streams = streams;
        this.caller = caller;
        this.token = token;
        this.json = json;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RolesAllowed({"superadmin", "admin", "support"})
    @Operation(summary = "Which dashboards have changed, as server-sent events", description = """
                    `reset`: ask for everything again; the first event, and whenever a change may have gone by unseen. \
                    `changed` with `dashboards`: ask for these again. `lag` with `records`: how many changes wait to be \
                    counted, or null; comes whenever nothing else has for some seconds. \
                    A conditional request costs a 304 where nothing is new. The stream ends with the token, and after an \
                    hour: connect again.""")
    public Multi<OutboundSseEvent> stream(
            @Parameter(description = "One website; a superadmin who leaves it out hears of the view of all")
                    @QueryParam("website_id")
                    String websiteId,
            @Context UriInfo uri,
            @Context Sse sse) {
        Parameters.allowOnly(uri, "website_id");
        StatsScope scope = StatsScope.of(caller, Parameters.uuid("website_id", websiteId));
        return streams.stream(scope, Instant.ofEpochSecond(token.getExpirationTime()))
                .map(event -> sse.newEventBuilder()
                        .name(event.name())
                        .data(written(event))
                        .build());
    }

    /** As text: of an object, the library would also send its media type, in a field that the standard does not know. */
    private String written(StreamEvent event) {
        try {
            return json.writeValueAsString(event);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("an event is a plain record", impossible);
        }
    }
}
