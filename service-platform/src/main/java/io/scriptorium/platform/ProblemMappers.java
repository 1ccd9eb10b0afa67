package io.scriptorium.platform;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkus.hibernate.validator.runtime.jaxrs.ResteasyReactiveViolationException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns whatever a request ran into, into problem details. What nobody foresaw is a 500 that tells no internals. */
public class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final int RETRY_AFTER_SECONDS = 1;

    @Inject
    RoutingContext request;

    @ServerExceptionMapper
    public Response problem(Problem problem) {
        Response.ResponseBuilder answer = answer(problem.status(), problem.getMessage(), problem.errors());
        return problem.status() == 503
                ? answer.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS).build()
                : answer.build();
    }

    /** What a resource declared of its parameters and body. */
    @ServerExceptionMapper
    public Response invalidRequest(ResteasyReactiveViolationException exception) {
        // The first two nodes of the path are the method and its parameter, of which the client knows nothing.
        return problem(Problem.invalid(fieldErrors(exception.getConstraintViolations(), 2)));
    }

    @ServerExceptionMapper
    public Response invalidState(ConstraintViolationException exception) {
        return problem(Problem.invalid(fieldErrors(exception.getConstraintViolations(), 0)));
    }

    @ServerExceptionMapper
    public Response unknownField(UnrecognizedPropertyException exception) {
        String known = exception.getKnownPropertyIds().stream()
                .map(Object::toString)
                .sorted()
                .collect(Collectors.joining(", "));
        return problem(Problem.badRequest(JsonPaths.of(exception), "is not known here; known are: " + known));
    }

    // Quarkus maps the second by itself unless it is named here.
    @ServerExceptionMapper({JsonMappingException.class, MismatchedInputException.class})
    public Response unreadableField(JsonMappingException exception) {
        if (exception.getProcessor() instanceof JsonGenerator) {
            // The answer could not be written: nothing that a client did wrong.
            return unforeseen(exception);
        }
        return problem(Problem.badRequest(JsonPaths.of(exception), JsonPaths.expectation(exception)));
    }

    @ServerExceptionMapper
    public Response unreadableBody(JsonProcessingException exception) {
        return problem(Problem.badRequest("body", "is not JSON: " + exception.getOriginalMessage()));
    }

    @ServerExceptionMapper
    public Response refused(WebApplicationException exception) {
        if (exception.getCause() instanceof JsonMappingException mapping) {
            return mapping instanceof UnrecognizedPropertyException unknown
                    ? unknownField(unknown)
                    : unreadableField(mapping);
        }
        if (exception.getCause() instanceof JsonProcessingException unreadable) {
            return unreadableBody(unreadable);
        }
        Response original = exception.getResponse();
        if (original.getStatus() >= 500) {
            return unforeseen(exception);
        }
        Response.ResponseBuilder answer = answer(original.getStatus(), detailOf(original.getStatus()), List.of());
        // A 405 must say which methods are allowed, and a redirect where to.
        original.getHeaders().forEach((name, values) -> {
            if (!name.equalsIgnoreCase(HttpHeaders.CONTENT_TYPE)
                    && !name.equalsIgnoreCase(HttpHeaders.CONTENT_LENGTH)) {
                values.forEach(value -> answer.header(name, value));
            }
        });
        return answer.build();
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    public Response unauthenticated(RuntimeException exception) {
        return answer(401, "Send a valid bearer token: it is missing, expired, or not for this service.", List.of())
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    @ServerExceptionMapper
    public Response forbidden(ForbiddenException exception) {
        return answer(403, "Your role may not do this.", List.of()).build();
    }

    @ServerExceptionMapper
    public Response overtaken(OptimisticLockException exception) {
        return problem(Problem.preconditionFailed("It was changed by somebody else meanwhile. Read it again."));
    }

    @ServerExceptionMapper
    public Response unforeseen(Throwable exception) {
        // Interceptors and transactions wrap; what the cause says is what happened.
        for (Throwable cause = exception.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem problem) {
                return problem(problem);
            }
            if (cause instanceof OptimisticLockException overtaken) {
                return overtaken(overtaken);
            }
            if (cause instanceof SQLException database && isAway(database)) {
                LOG.warnf(
                        "%s %s: the database is away: %s", request.request().method(), request.normalizedPath(), cause);
                return answer(503, "The database does not answer just now. Try again.", List.of())
                        .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                        .build();
            }
        }
        LOG.errorf(exception, "%s %s failed", request.request().method(), request.normalizedPath());
        return answer(500, "Something went wrong here. Give the request_id to whoever runs the service.", List.of())
                .build();
    }

    /** By SQLSTATE: connection lost or refused, too many connections, shutting down. The pool's own time-out has none. */
    private static boolean isAway(SQLException database) {
        String state = database.getSQLState();
        return state == null
                ? database.getCause() instanceof TimeoutException
                : state.startsWith("08") || state.startsWith("53") || state.startsWith("57P");
    }

    private Response.ResponseBuilder answer(int status, String detail, List<Problem.FieldError> errors) {
        return Response.status(status)
                .type(ProblemView.MEDIA_TYPE)
                .entity(new ProblemView(
                        "about:blank",
                        titleOf(status),
                        status,
                        detail,
                        request.normalizedPath(),
                        RequestId.of(request),
                        errors));
    }

    private static List<Problem.FieldError> fieldErrors(Set<ConstraintViolation<?>> violations, int skippedNodes) {
        return violations.stream()
                .map(violation -> new Problem.FieldError(
                        JsonPaths.of(violation.getPropertyPath(), skippedNodes), violation.getMessage()))
                .sorted(Comparator.comparing(Problem.FieldError::field).thenComparing(Problem.FieldError::message))
                .toList();
    }

    private static String titleOf(int status) {
        return switch (status) {
            case 422 -> "Unprocessable Content";
            case 428 -> "Precondition Required";
            default -> {
                Response.Status known = Response.Status.fromStatusCode(status);
                yield known == null ? "Error" : known.getReasonPhrase();
            }
        };
    }

    private static String detailOf(int status) {
        return switch (status) {
            case 400 -> "The request cannot be read.";
            case 404 -> "There is nothing at this address.";
            case 405 -> "This address does not take that method; see the header Allow.";
            case 406 -> "This address answers application/json.";
            case 413 -> "The body is too large.";
            case 415 -> "Send the body as application/json.";
            default -> titleOf(status);
        };
    }
}
