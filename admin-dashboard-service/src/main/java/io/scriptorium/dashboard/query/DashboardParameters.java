package io.scriptorium.dashboard.query;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What may be sent to a dashboard, as it was sent. Which of it a dashboard takes, its {@link Dashboard} says. */
public class DashboardParameters {
    @Parameter(description = "One website; a superadmin who leaves it out sees all")
    @QueryParam("website_id")
    String websiteId;

    @Parameter(description = "How many UTC days, today included: 1 to 365")
    @QueryParam("days")
    String days;

    @Parameter(description = "Instead of days: the first UTC day, such as 2026-01-31")
    @QueryParam("date_from")
    String dateFrom;

    @Parameter(description = "With date_from: the last UTC day, included; today if left out")
    @QueryParam("date_to")
    String dateTo;

    @Parameter(description = "previous: with the same numbers of as many days right before, and the differences")
    @QueryParam("compare")
    String compare;

    @Parameter(
            description = "Whose amounts are shown, such as EUR; that of most records if left out. "
                    + "Amounts of different currencies are never added; counts count all.")
    @QueryParam("currency")
    String currency;

    @Parameter(description = "true skips the cache, and replaces what is there")
    @QueryParam("refresh")
    String refresh;

    @Context
    UriInfo uri;

    @Context
    HttpHeaders headers;
}
