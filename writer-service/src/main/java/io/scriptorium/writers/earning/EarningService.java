package io.scriptorium.writers.earning;

import io.scriptorium.owner.list.Filters;
import io.scriptorium.owner.list.ListParameters;
import io.scriptorium.platform.Caller;
import io.scriptorium.platform.Page;
import io.scriptorium.platform.Problem;
import io.scriptorium.platform.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/** Earnings to read; they change with tips and orders alone. Writers see their own. */
@ApplicationScoped
public class EarningService {
    private final EarningRepository earnings;
    private final Caller caller;

    EarningService(EarningRepository earnings, Caller caller) {
        this.earnings = earnings;
        this.caller = caller;
    }

    @Transactional
    Page<EarningRowView> list(Filters filters, ListParameters parameters) {
        return earnings.list(
                isWriter() ? filters.equal("e.writerId", Optional.of(caller.accountId())) : filters, parameters);
    }

    @Transactional
    EarningView read(UUID id) {
        return earnings.find(id)
                .filter(earning -> !isWriter() || earning.writerId.equals(caller.accountId()))
                .map(EarningView::of)
                .orElseThrow(() -> Problem.notFound("earning " + id));
    }

    private boolean isWriter() {
        return caller.role() == Role.WRITER;
    }
}
