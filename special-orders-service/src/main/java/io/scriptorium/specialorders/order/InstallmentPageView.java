package io.scriptorium.specialorders.order;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * A page of installments, with what all pages come to.
 *
 * @param nextCursor give it back as {@code cursor} to get what follows; null on the last page
 * @param statistics one entry per currency; left out with {@code statistics=false}
 */
public record InstallmentPageView(
        List<InstallmentDueView> items,
        @JsonInclude String nextCursor,
        @JsonInclude(JsonInclude.Include.NON_NULL) List<InstallmentStatisticsView> statistics) {}
