package io.scriptorium.payments.template;

import io.scriptorium.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Texts with placeholders in braces, as staff write them for clients. Only what looks like a placeholder is one: a brace
 * in any other place is a brace.
 */
@ApplicationScoped
public class TemplateService {
    /** The one that only whoever delivers a text may fill in: it is personal. */
    public static final String CLIENT_NAME = "client_name";

    public static final String AMOUNT = "amount";
    public static final String CURRENCY = "currency";
    public static final String DUE_DATE = "due_date";
    public static final String WEBSITE = "website";
    public static final String REFERENCE = "reference";

    /** In the order in which they are told to whoever used another. */
    static final List<String> KNOWN = List.of(CLIENT_NAME, AMOUNT, CURRENCY, DUE_DATE, WEBSITE, REFERENCE);

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z0-9_]+)}");

    /** Empty when every placeholder of the text is known; else the field's error, which names those that there are. */
    public Optional<Problem.FieldError> complaint(String field, String template) {
        List<String> unknown = PLACEHOLDER
                .matcher(template)
                .results()
                .map(found -> found.group(1))
                .filter(name -> !KNOWN.contains(name))
                .distinct()
                .toList();
        return unknown.isEmpty()
                ? Optional.empty()
                : Optional.of(new Problem.FieldError(
                        field, "has unknown placeholders: " + braced(unknown) + "; there are: " + braced(KNOWN)));
    }

    /** What has no value stays as it is, and no value is looked into for placeholders. */
    public String filled(String template, Map<String, String> values) {
        return PLACEHOLDER.matcher(template).replaceAll(found -> Matcher.quoteReplacement(valueOf(found, values)));
    }

    private static String valueOf(MatchResult found, Map<String, String> values) {
        return values.getOrDefault(found.group(1), found.group());
    }

    private static String braced(List<String> names) {
        return names.stream()
                .map(name -> "{" + name + "}")
                .reduce((a, b) -> a + ", " + b)
                .orElse("");
    }
}
