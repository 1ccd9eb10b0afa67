package io.scriptorium.dashboard.query;

import io.quarkus.arc.Arc;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;

/**
 * Takes out of the API's description what a dashboard would refuse: all share {@link DashboardParameters}, and each takes
 * some of them.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_STARTUP)
public class OfferedParameters implements OASFilter {
    private static final String DASHBOARDS = "/api/v1/admin/dashboards/";

    @Override
    public void filterOpenAPI(OpenAPI api) {
        Dashboards dashboards = Arc.container().select(Dashboards.class).get();
        for (String name : dashboards.names()) {
            PathItem path = api.getPaths().getPathItem(DASHBOARDS + name);
            if (path != null) {
                Set<String> taken = dashboards.named(name).orElseThrow().parameters();
                offerOnly(taken, path.getGET());
            }
        }
    }

    private static void offerOnly(Set<String> taken, Operation operation) {
        operation.setParameters(operation.getParameters().stream()
                .filter(parameter -> taken.contains(parameter.getName()))
                .toList());
    }
}
