package io.scriptorium.platform;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The body of every error: problem details (RFC 9457), with the request's id and the fields that were wrong. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(name = "Problem")
public record ProblemView(
        @Schema(examples = "about:blank") String type,
        @Schema(examples = "Unprocessable Content") String title,
        @Schema(examples = "422") int status,
        String detail,
        @Schema(description = "The path that was asked for") String instance,

        @Schema(description = "Find it in the service's log by this")
        String requestId,

        List<Problem.FieldError> errors) {

    public static final String MEDIA_TYPE = "application/problem+json";
}
