package io.scriptorium.owner.tenant;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import io.quarkus.hibernate.orm.runtime.tenant.TenantResolver;
import io.scriptorium.platform.Caller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/**
 * Confines every entity query to the caller's website, or to the one that {@link ActingTenant} names. Native SQL is not
 * confined: avoid it, or filter there.
 */
@PersistenceUnitExtension
@RequestScoped
public class WebsiteTenant implements TenantResolver {
    /** Sees every website; also what the tenant column holds for those who belong to none. */
    public static final String ALL = "*";

    private static final String NOBODY = "nobody";

    @Inject
    Caller caller;

    @Inject
    ActingTenant.Named acting;

    /** Outside of a request nobody asks, so nothing is seen. */
    @Override
    public String getDefaultTenantId() {
        return NOBODY;
    }

    @Override
    public String resolveTenantId() {
        return acting.tenant().orElseGet(() -> caller.websiteId().orElse(ALL));
    }

    @Override
    public boolean isRoot(String tenantId) {
        return ALL.equals(tenantId);
    }
}
