package io.scriptorium.owner.list;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scriptorium.platform.Page;
import io.scriptorium.platform.Problem;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Answers only the fields that were asked for, wherever {@link SelectableFields} stands. */
public class FieldSelection {
    private static final String WANTED = FieldSelection.class.getName();

    @Inject
    ObjectMapper json;

    /** Before anything is read, so that a wrong field costs nothing. */
    @ServerRequestFilter
    public void read(ContainerRequestContext request, ResourceInfo resource) {
        List<String> sent = request.getUriInfo().getQueryParameters().get(SelectableFields.PARAMETER);
        SelectableFields selectable = sent == null ? null : selectable(resource);
        if (selectable != null) {
            request.setProperty(WANTED, wanted(sent, fieldsOf(selectable.value())));
        }
    }

    /** As text, since an object would be written as the view that the method declares. */
    @ServerResponseFilter
    public void trim(ContainerRequestContext request, ContainerResponseContext response)
            throws JsonProcessingException {
        if (request.getProperty(WANTED) instanceof Wanted wanted && response.getStatus() == 200) {
            response.setEntity(json.writeValueAsString(trimmedAnswer(response.getEntity(), wanted)));
        }
    }

    /**
     * For a method that answers some callers with a smaller view than it declares: to them the others' fields are as
     * unknown as any.
     *
     * @throws Problem 400 when another field is asked for
     */
    public void allowOnly(UriInfo uri, Class<?> view) {
        List<String> sent = uri.getQueryParameters().get(SelectableFields.PARAMETER);
        if (sent != null) {
            wanted(sent, fieldsOf(view));
        }
    }

    private Object trimmedAnswer(Object answer, Wanted wanted) {
        if (answer instanceof Page<?> page) {
            return page.map(item -> trimmed(item, wanted));
        }
        if (answer instanceof SummarizedPage<?, ?> page) {
            return page.map(item -> trimmed(item, wanted));
        }
        return trimmed(answer, wanted);
    }

    private ObjectNode trimmed(Object view, Wanted wanted) {
        return json.<ObjectNode>valueToTree(view).retain(wanted.fields());
    }

    private static SelectableFields selectable(ResourceInfo resource) {
        return resource.getResourceMethod() == null
                ? null
                : resource.getResourceMethod().getAnnotation(SelectableFields.class);
    }

    private static Wanted wanted(List<String> sent, Set<String> known) {
        if (sent.size() > 1) {
            throw Problem.badRequest(SelectableFields.PARAMETER, "may be given once, with commas between the fields");
        }
        Set<String> fields = new TreeSet<>(Arrays.asList(sent.get(0).split(",", -1)));
        if (!known.containsAll(fields)) {
            throw Problem.badRequest(
                    SelectableFields.PARAMETER, "must be some of, with commas between: " + String.join(", ", known));
        }
        return new Wanted(fields);
    }

    private Set<String> fieldsOf(Class<?> view) {
        JavaType type = json.constructType(view);
        return json.getSerializationConfig().introspect(type).findProperties().stream()
                .map(BeanPropertyDefinition::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private record Wanted(Set<String> fields) {}
}
