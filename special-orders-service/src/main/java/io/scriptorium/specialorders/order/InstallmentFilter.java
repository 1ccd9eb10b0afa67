package io.scriptorium.specialorders.order;

import io.scriptorium.owner.list.Filters;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Which installments are asked for: the same conditions for a page of them and for what all pages come to. */
final class InstallmentFilter {
    /** Void ones are asked for by nobody. */
    private static final String ALWAYS = "i.status <> InstallmentStatus.VOID";

    private record Term(String path, String operator, Object value) {}

    private final List<Term> terms = new ArrayList<>();

    InstallmentFilter equal(String path, Optional<?> wanted) {
        return compared(path, "=", wanted);
    }

    /** @param operator HQL's */
    InstallmentFilter compared(String path, String operator, Optional<?> wanted) {
        wanted.ifPresent(value -> terms.add(new Term(path, operator, value)));
        return this;
    }

    Filters filters() {
        Filters filters = new Filters().is(ALWAYS);
        terms.forEach(term -> filters.compared(term.path(), term.operator(), Optional.of(term.value())));
        return filters;
    }

    String where() {
        return IntStream.range(0, terms.size())
                .mapToObj(
                        i -> " and " + terms.get(i).path() + " " + terms.get(i).operator() + " :term" + i)
                .collect(Collectors.joining("", " where " + ALWAYS, ""));
    }

    <T> TypedQuery<T> bind(TypedQuery<T> query) {
        for (int i = 0; i < terms.size(); i++) {
            query.setParameter("term" + i, terms.get(i).value());
        }
        return query;
    }
}
