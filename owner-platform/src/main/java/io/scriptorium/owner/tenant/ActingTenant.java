package io.scriptorium.owner.tenant;

import io.quarkus.arc.Arc;
import io.quarkus.arc.InjectableContext.ContextState;
import io.quarkus.arc.ManagedContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Lets what no caller asked for, a consumer or a scheduled job, work as one website or as all of them.
 *
 * <p>Begin the transaction inside: a Hibernate session keeps the tenant that it was opened with. As all websites, a new
 * entity must be given its tenant by hand.
 */
@ApplicationScoped
public class ActingTenant {
    /** Whom the work of this request context is done for; nobody in a caller's own request. */
    @RequestScoped
    public static class Named {
        private String tenant;

        Optional<String> tenant() {
            return Optional.ofNullable(tenant);
        }

        /** By a method: what is injected is a proxy, whose fields are its own. */
        void become(String other) {
            tenant = other;
        }
    }

    @Inject
    Named named;

    /** @param tenant a website's id, or {@link WebsiteTenant#ALL} */
    public <T> T as(String tenant, Supplier<T> work) {
        ManagedContext requests = Arc.container().requestContext();
        ContextState interrupted = requests.getStateIfActive();
        requests.activate();
        try {
            named.become(tenant);
            return work.get();
        } finally {
            requests.terminate();
            if (interrupted != null) {
                requests.activate(interrupted);
            }
        }
    }

    public void as(String tenant, Runnable work) {
        as(tenant, () -> {
            work.run();
            return null;
        });
    }
}
