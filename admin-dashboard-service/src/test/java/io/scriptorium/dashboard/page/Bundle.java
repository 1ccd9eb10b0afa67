package io.scriptorium.dashboard.page;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The page's files, as a browser finds them: from what the document names, by what each script imports. */
final class Bundle {
    private static final Pattern NAMED = Pattern.compile("(?:src|href)=\"([^\"]+)\"");
    private static final Pattern STATIC = Pattern.compile("\\b(?:from|import) ?\"(/assets/[\\w-]+\\.js)\"");
    private static final Pattern LAZY = Pattern.compile("\\bimport\\( ?\"(/assets/[\\w-]+\\.js)\" ?\\)");

    private final String document;
    private final UnaryOperator<String> contents;

    /** @param contents of a file, by its path */
    Bundle(String document, UnaryOperator<String> contents) {
        this.document = document;
        this.contents = contents;
    }

    /** All that the document names. */
    Set<String> named() {
        return NAMED.matcher(document)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Without these scripts, nothing is shown. */
    Set<String> firstLoad() {
        Set<String> scripts = new LinkedHashSet<>();
        named().stream().filter(path -> path.endsWith(".js")).forEach(path -> reach(path, scripts));
        return scripts;
    }

    /** What any script fetches when it is needed: a page, or what draws. */
    Set<String> lazy() {
        return scripts().stream()
                .flatMap(script -> imports(LAZY, script).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What this one brings along that the first load has not brought. */
    Set<String> broughtBy(String lazy) {
        Set<String> scripts = new LinkedHashSet<>();
        reach(lazy, scripts);
        scripts.removeAll(firstLoad());
        return scripts;
    }

    Set<String> scripts() {
        Set<String> scripts = new LinkedHashSet<>(firstLoad());
        int before;
        do {
            before = scripts.size();
            Set.copyOf(scripts).forEach(script -> imports(LAZY, script).forEach(lazy -> reach(lazy, scripts)));
        } while (scripts.size() > before);
        return scripts;
    }

    private void reach(String script, Set<String> reached) {
        if (reached.add(script)) {
            imports(STATIC, script).forEach(imported -> reach(imported, reached));
        }
    }

    private Set<String> imports(Pattern how, String script) {
        return how.matcher(contents.apply(script))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
